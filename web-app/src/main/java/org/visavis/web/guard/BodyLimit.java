package org.visavis.web.guard;

import java.util.Locale;
import java.util.OptionalInt;

/** How large the body of a request may be, by what it is for. */
public final class BodyLimit {

  /** The most bytes of a form or a JSON document: 256 KiB. */
  public static final long WORDS = 256 * 1024;

  /** The most bytes of a file that an administrator sends, or of a portrait: 16 MiB. */
  public static final long FILES = 16L * 1024 * 1024;

  private static final int LENGTH_REQUIRED = 411;
  private static final int TOO_LARGE = 413;

  private BodyLimit() {}

  /**
   * Answers the status with which to refuse a request; empty when its body may come.
   *
   * @param length the length that it announces; -1 when it announces none
   * @param chunked whether it sends a body of unknown length
   */
  static OptionalInt refusal(Route route, long length, boolean chunked) {
    if (length > (route.isUpload() ? FILES : WORDS)) {
      return OptionalInt.of(TOO_LARGE);
    }
    if (chunked && !route.isUpload()) {
      return OptionalInt.of(LENGTH_REQUIRED);
    }
    return OptionalInt.empty();
  }

  static boolean isForm(String contentType) {
    return contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
  }
}
