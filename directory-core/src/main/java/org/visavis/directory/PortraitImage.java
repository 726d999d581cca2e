package org.visavis.directory;

import java.util.Objects;

/**
 * One encoded image of a face: square, of one size. Immutable: the bytes are copied in and out.
 * Equal to itself only.
 */
public final class PortraitImage {

  /** The longest side that is taken, in pixels. */
  public static final int MAX_SIDE = 4096;

  private final int side;
  private final String mediaType;
  private final byte[] bytes;

  private PortraitImage(int side, String mediaType, byte[] bytes) {
    this.side = side;
    this.mediaType = mediaType;
    this.bytes = bytes;
  }

  /**
   * Answers an image.
   *
   * @param side its width and height in pixels, from 1 to {@link #MAX_SIDE}
   * @param mediaType such as {@code image/jpeg}
   * @param bytes the encoded image, which is trusted to be what is said of it
   * @throws IllegalArgumentException when the side is out of bounds or there are no bytes
   */
  public static PortraitImage of(int side, String mediaType, byte[] bytes) {
    if (side < 1 || side > MAX_SIDE) {
      throw new IllegalArgumentException("side is from 1 to " + MAX_SIDE + ", not " + side);
    }
    if (bytes.length == 0) {
      throw new IllegalArgumentException("An image has bytes");
    }
    return new PortraitImage(side, Objects.requireNonNull(mediaType, "mediaType"), bytes.clone());
  }

  /** Answers width and height in pixels. */
  public int side() {
    return side;
  }

  /** Answers the media type, such as {@code image/jpeg}. */
  public String mediaType() {
    return mediaType;
  }

  /** Answers how many bytes the encoded image has. */
  public int length() {
    return bytes.length;
  }

  /** Answers a copy of the encoded image. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @Override
  public String toString() {
    return "PortraitImage[" + side + " px, " + mediaType + ", " + bytes.length + " bytes]";
  }
}
