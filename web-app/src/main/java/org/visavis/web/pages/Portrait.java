package org.visavis.web.pages;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.visavis.directory.portrait.Initials;

/**
 * A face, or calm initials where there is none.
 *
 * @param url the address of the picture without a size, or an empty string
 * @param initials one or two letters of the name
 * @param tone which of the calm colours stands behind initials, always the same for one person
 */
public record Portrait(String url, String initials, int tone) {

  /** The side that is asked for where nothing is known of the place, in pixels. */
  private static final int USUAL = 384;

  private static final int LARGEST = 768;
  private static final int[] SIDES = {96, 192, USUAL, LARGEST};

  /**
   * The portrait of a person.
   *
   * @param id the person's id, which settles the tone
   * @param displayName the name, which gives the initials
   * @param url the address of the picture without a size, or an empty string
   */
  public static Portrait of(String id, String displayName, String url) {
    Initials initials = Initials.of(id, displayName);
    return new Portrait(url, initials.letters(), initials.tone());
  }

  /** Whether there is a picture. */
  public boolean hasPicture() {
    return !url.isEmpty();
  }

  /** The address of the picture in a size for most places; empty where there is none. */
  public String src() {
    return hasPicture() ? url + "/" + USUAL : "";
  }

  /** The address of the largest picture; empty where there is none. */
  public String large() {
    return hasPicture() ? url + "/" + LARGEST : "";
  }

  /** The addresses of all sizes with their widths, as {@code srcset} of HTML wants them. */
  public String srcset() {
    return Arrays.stream(SIDES)
        .mapToObj(side -> url + "/" + side + " " + side + "w")
        .collect(Collectors.joining(", "));
  }
}
