package org.visavis.web.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * Makes and checks hashes of passwords: PBKDF2 with HMAC-SHA512 and 210,000 rounds, as OWASP's
 * Password Storage Cheat Sheet asks for. Each takes some tenths of a second. Thread-safe.
 */
@ApplicationScoped
class Passwords {

  /** The fewest characters of a password (NIST SP 800-63B asks for 8 or more). */
  static final int MIN_LENGTH = 10;

  /** The most characters of a password. */
  static final int MAX_LENGTH = 200;

  private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
  private static final int ROUNDS = 210_000;
  private static final int SALT_BYTES = 32;
  private static final int KEY_BITS = 512;

  /** The hash of no password, as expensive to check as any other. */
  private static final String NOBODYS =
      ALGORITHM + ":" + ROUNDS + ":" + "A".repeat(42) + "g=:" + "A".repeat(86) + "==";

  private final SecureRandom random = new SecureRandom();

  /** Answers what is kept of a password: algorithm, rounds, salt and key. */
  String hash(String password) {
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    Base64.Encoder encoder = Base64.getEncoder();
    return String.join(
        ":",
        ALGORITHM,
        Integer.toString(ROUNDS),
        encoder.encodeToString(salt),
        encoder.encodeToString(key(password, salt, ROUNDS)));
  }

  /** Answers whether the password is that of the hash. */
  boolean matches(String password, String kept) {
    String[] parts = kept.split(":", -1);
    if (password.length() > MAX_LENGTH || parts.length != 4 || !parts[0].equals(ALGORITHM)) {
      return false;
    }
    Base64.Decoder decoder = Base64.getDecoder();
    byte[] key = key(password, decoder.decode(parts[2]), Integer.parseInt(parts[1]));
    return MessageDigest.isEqual(key, decoder.decode(parts[3]));
  }

  /** Takes as long as {@link #matches}, and answers no: for a name that has no account. */
  boolean matchesNobody(String password) {
    return matches(password, NOBODYS) && NOBODYS.isEmpty();
  }

  /** Answers whether a password may be chosen. */
  static boolean isLongEnough(String password) {
    return password.length() >= MIN_LENGTH && password.length() <= MAX_LENGTH;
  }

  private static byte[] key(String password, byte[] salt, int rounds) {
    PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), salt, rounds, KEY_BITS);
    try {
      return SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded();
    } catch (NoSuchAlgorithmException | InvalidKeySpecException e) {
      throw new IllegalStateException("Every Java platform since 8 has " + ALGORITHM, e);
    } finally {
      spec.clearPassword();
    }
  }
}
