package org.visavis.directory.portrait;

import java.nio.charset.StandardCharsets;

/** Reads numbers from a file, or a part of one, and never beyond its end. Changes nothing. */
final class Bytes {

  private final byte[] bytes;
  private final int start;
  private final int end;

  Bytes(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  private Bytes(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.start = start;
    this.end = end;
  }

  int length() {
    return end - start;
  }

  /** Answers a part, whose positions begin at 0 again. */
  Bytes part(long from, long length) throws RefusedImageException {
    check(from, length);
    return new Bytes(bytes, start + (int) from, start + (int) (from + length));
  }

  int u8(long at) throws RefusedImageException {
    check(at, 1);
    return bytes[start + (int) at] & 0xff;
  }

  int u16(long at) throws RefusedImageException {
    return u8(at) << 8 | u8(at + 1);
  }

  long u32(long at) throws RefusedImageException {
    return (long) u16(at) << 16 | u16(at + 2);
  }

  int u16LittleEndian(long at) throws RefusedImageException {
    return u8(at) | u8(at + 1) << 8;
  }

  int u24LittleEndian(long at) throws RefusedImageException {
    return u16LittleEndian(at) | u8(at + 2) << 16;
  }

  long u32LittleEndian(long at) throws RefusedImageException {
    return u16LittleEndian(at) | (long) u16LittleEndian(at + 2) << 16;
  }

  /** Answers whether these Latin-1 characters stand there; never beyond the end. */
  boolean has(long at, String text) {
    byte[] expected = text.getBytes(StandardCharsets.ISO_8859_1);
    if (at < 0 || at + expected.length > length()) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[start + (int) at + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }

  /** Answers these bytes as Latin-1, for looking for texts in them. */
  String text() {
    return new String(bytes, start, length(), StandardCharsets.ISO_8859_1);
  }

  byte[] array() {
    return bytes;
  }

  int offset() {
    return start;
  }

  private void check(long at, long count) throws RefusedImageException {
    if (at < 0 || count < 0 || at + count > length()) {
      throw RefusedImageException.broken();
    }
  }
}
