package org.visavis.directory.portrait;

/** Why a file becomes no portrait. Each has a code, which pages and the API translate. */
public enum PortraitRefusal {
  /** The file has more bytes than are taken. */
  TOO_LARGE("too-large"),
  /** The file is no JPEG, PNG or WebP; an animation is none either. */
  NOT_AN_IMAGE("not-an-image"),
  /** The file is an image and something else as well, such as an archive or a web page. */
  AMBIGUOUS("ambiguous"),
  /** The image has more pixels than are decoded. */
  TOO_MANY_PIXELS("too-many-pixels"),
  /** The shorter side of the image has too few pixels to be a face. */
  TOO_SMALL("too-small"),
  /** The image is truncated, damaged, or of a variant that cannot be read. */
  BROKEN("broken");

  private final String code;

  PortraitRefusal(String code) {
    this.code = code;
  }

  /** Answers the name of this reason in pages and the API. */
  public String code() {
    return code;
  }
}
