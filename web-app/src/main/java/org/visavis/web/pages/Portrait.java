package org.visavis.web.pages;

import java.util.List;
import java.util.Locale;

/**
 * A face, or calm initials where there is none.
 *
 * @param url the address of the picture, or an empty string
 * @param initials one or two letters of the name
 * @param tone which of the six calm colours stands behind initials, 0 to 5, always the same for one
 *     person
 */
public record Portrait(String url, String initials, int tone) {

  private static final int TONES = 6;

  /**
   * The portrait of a person.
   *
   * @param id the person's id, which settles the tone
   * @param displayName the name, which gives the initials
   * @param url the address of the picture, or an empty string
   */
  public static Portrait of(String id, String displayName, String url) {
    return new Portrait(url, initialsOf(displayName), Math.floorMod(id.hashCode(), TONES));
  }

  /** Whether there is a picture. */
  public boolean hasPicture() {
    return !url.isEmpty();
  }

  private static String initialsOf(String displayName) {
    List<String> words = List.of(withoutDegrees(displayName).split("\\s+", -1));
    String first = firstLetter(words.get(0));
    String last = words.size() > 1 ? firstLetter(words.get(words.size() - 1)) : "";
    return (first + last).toUpperCase(Locale.ROOT);
  }

  private static String withoutDegrees(String displayName) {
    return displayName.replaceAll("\\b\\p{L}+\\.(-\\p{L}+\\.)?", " ").trim();
  }

  private static String firstLetter(String word) {
    return word.isEmpty() ? "" : word.substring(0, word.offsetByCodePoints(0, 1));
  }
}
