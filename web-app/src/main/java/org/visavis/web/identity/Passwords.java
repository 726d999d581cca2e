package org.visavis.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.util.Map;

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

  /** The hash of no password, as expensive to check as any other. */
  private static final String NOBODYS =
      ALGORITHM + ":" + ROUNDS + ":" + "A".repeat(42) + "g=:" + "A".repeat(86) + "==";

  @Inject private Pbkdf2PasswordHash hash;

  @PostConstruct
  void initialize() {
    hash.initialize(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm",
            ALGORITHM,
            "Pbkdf2PasswordHash.Iterations",
            Integer.toString(ROUNDS),
            "Pbkdf2PasswordHash.SaltSizeBytes",
            "32",
            "Pbkdf2PasswordHash.KeySizeBytes",
            "64"));
  }

  /** Answers what is kept of a password. */
  String hash(String password) {
    return hash.generate(password.toCharArray());
  }

  /** Answers whether the password is that of the hash. */
  boolean matches(String password, String kept) {
    return password.length() <= MAX_LENGTH && hash.verify(password.toCharArray(), kept);
  }

  /** Takes as long as {@link #matches}, and answers no: for a name that has no account. */
  boolean matchesNobody(String password) {
    return matches(password, NOBODYS) && NOBODYS.isEmpty();
  }

  /** Answers whether a password may be chosen. */
  static boolean isLongEnough(String password) {
    return password.length() >= MIN_LENGTH && password.length() <= MAX_LENGTH;
  }
}
