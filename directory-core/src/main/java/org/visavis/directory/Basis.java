package org.visavis.directory;

import java.util.Locale;
import java.util.Objects;

/**
 * On what an attribute's disclosure rests. Immutable.
 *
 * @param kind whose word it is
 * @param text what was stated, at most {@link #MAX_LENGTH} characters; empty unless the kind is
 *     {@link Kind#STATED}
 */
public record Basis(Kind kind, String text) {

  /** The longest statement that is taken, in UTF-16 characters. */
  public static final int MAX_LENGTH = 500;

  private static final Basis PERSON = new Basis(Kind.PERSON, "");
  private static final Basis BEFORE_RECORDS = new Basis(Kind.BEFORE_RECORDS, "");

  /**
   * @throws IllegalArgumentException when a statement is blank or too long, or another kind has one
   */
  public Basis {
    Objects.requireNonNull(kind, "kind");
    text = text.strip();
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "A legal basis has at most " + MAX_LENGTH + " characters, this one has " + text.length());
    }
    if (kind == Kind.STATED == text.isEmpty()) {
      throw new IllegalArgumentException("A legal basis that is stated, and no other, has a text");
    }
  }

  /** Answers the word of the person. */
  public static Basis ofThePerson() {
    return PERSON;
  }

  /**
   * Answers what an administrator states for people who are brought in.
   *
   * @throws IllegalArgumentException when the text is blank or too long
   */
  public static Basis stated(String text) {
    return new Basis(Kind.STATED, text);
  }

  /** Answers what stands for everything that was shown before consents were recorded. */
  public static Basis beforeRecords() {
    return BEFORE_RECORDS;
  }

  /** Whose word a disclosure rests on. */
  public enum Kind {
    /** The person's own. */
    PERSON,
    /** That of the administrator who brought the person in and states the legal basis. */
    STATED,
    /** Nobody's: the attribute was shown before consents were recorded. */
    BEFORE_RECORDS;

    /** Answers the name used in files and the API: lower case, with hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Answers the kind with that code, in any case.
     *
     * @throws IllegalArgumentException when there is none; the message lists those that exist
     */
    public static Kind from(String code) {
      for (Kind kind : values()) {
        if (kind.code().equalsIgnoreCase(code.strip())) {
          return kind;
        }
      }
      throw new IllegalArgumentException(
          "A kind of basis is one of person, stated, before-records");
    }
  }
}
