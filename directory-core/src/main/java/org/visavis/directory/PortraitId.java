package org.visavis.directory;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Names a portrait by its content, so that its address can be cached for ever. Immutable.
 *
 * @param value the SHA-256 of the image's bytes, as 64 lower-case hexadecimal digits
 */
public record PortraitId(String value) {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  /**
   * @throws IllegalArgumentException when the value is no such digest
   */
  public PortraitId {
    Objects.requireNonNull(value, "value");
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("A portrait id is a SHA-256 in lower-case hexadecimal");
    }
  }

  /** Answers the id with that value. */
  public static PortraitId of(String value) {
    return new PortraitId(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
