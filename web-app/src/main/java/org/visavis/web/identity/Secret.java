package org.visavis.web.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/**
 * A random value that proves something to whoever presents it. Only its digest is kept; its text
 * form does not reveal it. Immutable.
 *
 * @param value the value itself
 */
record Secret(String value) {

  private static final int TOKEN_BYTES = 32;

  /** Crockford's letters, without those that are mistaken for digits. */
  private static final char[] LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray();

  private static final int CODE_GROUPS = 5;
  private static final int GROUP_LENGTH = 4;

  Secret {
    Objects.requireNonNull(value, "value");
  }

  /** Answers a new token of 256 random bits, safe in addresses, headers and cookies. */
  static Secret token(SecureRandom random) {
    byte[] bytes = new byte[TOKEN_BYTES];
    random.nextBytes(bytes);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** Answers a new code of 100 random bits that can be typed from a console. */
  static Secret code(SecureRandom random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CODE_GROUPS * GROUP_LENGTH; i++) {
      if (i > 0 && i % GROUP_LENGTH == 0) {
        code.append('-');
      }
      code.append(LETTERS[random.nextInt(LETTERS.length)]);
    }
    return new Secret(code.toString());
  }

  /** Answers the code as somebody typed it: case, spaces and look-alikes do not matter. */
  static Secret typed(String code) {
    String letters =
        code.toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1')
            .replaceAll("[^0-9A-Z]", "");
    return new Secret(letters.replaceAll("(.{" + GROUP_LENGTH + "})(?!$)", "$1-"));
  }

  /** Answers what is kept of it: the SHA-256, as 64 hexadecimal digits. */
  String digest() {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(value.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "Secret[…]";
  }
}
