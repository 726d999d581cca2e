package org.visavis.directory.exchange;

import java.io.Serial;
import java.util.Locale;

/** Thrown for a filter, a patch or a resource of SCIM that is not of its form. */
public final class ScimException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private static final int MAX_QUOTED = 60;

  private final Type type;

  ScimException(Type type, String message) {
    super(message);
    this.type = type;
  }

  /** Answers what is wrong. */
  public Type type() {
    return type;
  }

  /** The beginning of what was sent, enough to find it again. */
  static String quoted(String value) {
    String oneLine = value.replaceAll("[\\s\\p{Cntrl}]+", " ");
    return "\""
        + (oneLine.length() > MAX_QUOTED ? oneLine.substring(0, MAX_QUOTED) + "…" : oneLine)
        + "\"";
  }

  /** What is wrong, as RFC 7644, section 3.12, names it. */
  public enum Type {
    /** The filter is not of its form, or compares what cannot be compared so. */
    INVALID_FILTER("invalidFilter"),
    /** The path of an operation is not of its form. */
    INVALID_PATH("invalidPath"),
    /** The body, or an operation in it, is not of its form. */
    INVALID_SYNTAX("invalidSyntax"),
    /** A value is missing, or not of the form that the attribute has. */
    INVALID_VALUE("invalidValue"),
    /** An operation says to remove something, and not what. */
    NO_TARGET("noTarget");

    private final String code;

    Type(String code) {
      this.code = code;
    }

    /** Answers the {@code scimType} of the error. */
    public String code() {
      return code;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
