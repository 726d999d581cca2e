package org.visavis.presence.calendar;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Tells addresses of the public internet from those inside of a network (IANA's registries of
 * special-purpose addresses, RFC 6890). An IPv6 address that carries an IPv4 address is what that
 * one is.
 */
final class PublicAddresses {

  /** The ranges of IPv4 that are not public: first byte, second, third, and the bits that count. */
  private static final int[][] INSIDE = {
    {0, 0, 0, 8},
    {10, 0, 0, 8},
    {100, 64, 0, 10},
    {127, 0, 0, 8},
    {169, 254, 0, 16},
    {172, 16, 0, 12},
    {192, 0, 0, 24},
    {192, 0, 2, 24},
    {192, 88, 99, 24},
    {192, 168, 0, 16},
    {198, 18, 0, 15},
    {198, 51, 100, 24},
    {203, 0, 113, 24},
    {224, 0, 0, 3},
  };

  private PublicAddresses() {}

  static boolean contain(InetAddress address) {
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int value = word(bytes, 0) << 16 | word(bytes, 2);
    for (int[] range : INSIDE) {
      int start = range[0] << 24 | range[1] << 16 | range[2] << 8;
      if ((value ^ start) >>> (32 - range[3]) == 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isPublic6(byte[] bytes) {
    int first = word(bytes, 0);
    int second = word(bytes, 2);
    boolean nat64 = first == 0x64 && second == 0xff9b && isZero(bytes, 4, 12);
    boolean mapped = isZero(bytes, 0, 10) && word(bytes, 10) == 0xffff;
    if (nat64 || mapped) {
      return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (first == 0x2002) {
      return isPublic4(Arrays.copyOfRange(bytes, 2, 6));
    }
    // Of the global addresses, Teredo, benchmarks, ORCHID and documentation are not public.
    boolean special = (first == 0x2001 && second < 0x200) || (first == 0x2001 && second == 0xdb8);
    boolean documentation = first >>> 4 == 0x3ff;
    return first >>> 13 == 1 && !special && !documentation;
  }

  private static boolean isZero(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] != 0) {
        return false;
      }
    }
    return true;
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
  }

  /** Finds the addresses of a name. */
  @FunctionalInterface
  interface Names {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }
}
