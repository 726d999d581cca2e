package org.visavis.routing;

import java.util.regex.Pattern;

/** The bounds of what people write, and of idempotency keys. */
final class Words {

  /** The most characters of a reason. */
  static final int MAX_REASON_LENGTH = 2_000;

  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\",;:]+@[^\\s@<>\",;:]+");

  private Words() {}

  static String require(String text, int mostCharacters, String name) {
    String words = optional(text, mostCharacters, name);
    if (words.isEmpty()) {
      throw new IllegalArgumentException(name + " has 1 to " + mostCharacters + " characters");
    }
    return words;
  }

  static String optional(String text, int mostCharacters, String name) {
    String words = text.strip();
    if (words.length() > mostCharacters) {
      throw new IllegalArgumentException(name + " has at most " + mostCharacters + " characters");
    }
    return words;
  }

  static String requireSubject(String text) {
    String subject = text.strip();
    if (subject.isEmpty() || subject.length() > 200 || subject.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("subject has 1 to 200 characters on one line");
    }
    return subject;
  }

  static String requireKey(String key) {
    if (!KEY.matcher(key).matches()) {
      throw new IllegalArgumentException("key has 1 to 128 printable ASCII characters");
    }
    return key;
  }

  /** Answers a mail address without blanks around it (RFC 5321, section 4.5.3.1). */
  static String requireEmail(String text) {
    String email = text.strip();
    if (email.length() > 254 || !EMAIL.matcher(email).matches()) {
      throw new IllegalArgumentException("email is an address such as name@example.org");
    }
    return email;
  }
}
