package org.visavis.routing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A digest of what a customer handed in, to tell a repeated hand-in from a reused key. */
final class Fingerprint {

  private Fingerprint() {}

  /**
   * Answers 64 hexadecimal digits. The lease is left out: a page that is sent again after its lease
   * has ended still is the same request.
   */
  static String of(NewRequest request) {
    MessageDigest digest = sha256();
    Customer customer = request.customer();
    add(digest, request.employee().value());
    add(digest, request.channel().code());
    add(digest, request.subject());
    add(digest, request.message());
    add(digest, customer.name());
    add(digest, customer.email());
    add(digest, customer.phone().orElse(""));
    add(digest, customer.language().toLanguageTag());
    add(digest, customer.timeZone().map(Object::toString).orElse(""));
    add(digest, request.ifUnavailable().code());
    request.others().forEach(other -> add(digest, other.value()));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** With the length before each field, no two different requests look alike. */
  private static void add(MessageDigest digest, String field) {
    byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
