package org.visavis.web.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.web.guard.Problem;

/** The header that makes a repeated POST the same POST. */
final class IdempotencyKey {

  static final String HEADER = "Idempotency-Key";

  static final String DESCRIPTION =
      "A value of your own for this one act, such as a UUID: 16 to 100 printable ASCII characters"
          + " that nobody can guess. Sent again with the same content it answers the same and does"
          + " nothing twice.";

  private IdempotencyKey() {}

  /**
   * Answers the key as the cores know it, apart from those that pages make.
   *
   * @throws ProblemException when there is none, or one that others could guess
   */
  static String require(@Nullable String header) {
    if (header == null || !header.matches("[\\x21-\\x7e]{16,100}")) {
      throw new ProblemException(
          Problem.of(
              400, "idempotency-key-missing", "The header Idempotency-Key is needed", DESCRIPTION));
    }
    return "api:" + header;
  }

  /**
   * Answers the id of what an employee creates with that key: always the same, so that the key
   * creates one thing, and not to be guessed by whoever does not know the key.
   *
   * @throws ProblemException when there is no key, or one that others could guess
   */
  static String id(@Nullable String header, EmployeeId creator) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((creator + " " + require(header)).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 10);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
