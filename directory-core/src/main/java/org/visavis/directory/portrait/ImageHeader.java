package org.visavis.directory.portrait;

/**
 * What a file says of itself before anything is decoded.
 *
 * @param format which decoder reads it
 * @param width in pixels, at least 1
 * @param height in pixels, at least 1
 * @param orientation how to turn it upright
 * @param end where the image ends and whatever follows begins
 * @param heavy whether the decoder has to hold the whole image: progressive JPEG, lossless or
 *     transparent WebP
 * @param inks whether a JPEG is of inks instead of light
 * @param pixelBytes how many bytes a decoded pixel has at most
 */
record ImageHeader(
    Format format,
    int width,
    int height,
    Orientation orientation,
    int end,
    boolean heavy,
    Inks inks,
    int pixelBytes) {

  /** The most bytes that a decoded square has: with the file, under half of 64 MB. */
  private static final long MOST_DECODED = 20_000_000;

  /** The same beside a decoder that holds the whole image in the heap. */
  private static final long MOST_DECODED_BESIDE = 5_000_000;

  /** The formats that are taken, each with how many pixels are decoded. */
  enum Format {
    /** Pixels are thrown away as they come; a progressive one is held in 2 bytes a sample. */
    JPEG(50_000_000, 25_000_000),
    /** Pixels are thrown away as they come. */
    PNG(50_000_000, 50_000_000),
    /** Decoded in Java, slowly; a lossless one is held whole. */
    WEBP(16_000_000, 6_000_000);

    private final long most;
    private final long mostHeavy;

    /**
     * @param most pixels
     * @param mostHeavy pixels where the decoder holds the whole image
     */
    Format(long most, long mostHeavy) {
      this.most = most;
      this.mostHeavy = mostHeavy;
    }
  }

  /** What the samples of a JPEG mean. */
  enum Inks {
    /** Light: grey or red, green and blue. */
    NONE,
    /** Cyan, magenta, yellow and black. */
    CMYK,
    /** The same, with the first three turned into brightness and two colours. */
    YCCK
  }

  static ImageHeader read(Bytes file) throws RefusedImageException {
    ImageHeader header;
    if (JpegFile.begins(file)) {
      header = JpegFile.header(file);
    } else if (PngFile.begins(file)) {
      header = PngFile.header(file);
    } else if (WebpFile.begins(file)) {
      header = WebpFile.header(file);
    } else {
      throw new RefusedImageException(PortraitRefusal.NOT_AN_IMAGE);
    }
    if (header.width < 1 || header.height < 1) {
      throw RefusedImageException.broken();
    }
    if (header.pixels() > (header.heavy ? header.format.mostHeavy : header.format.most)) {
      throw new RefusedImageException(PortraitRefusal.TOO_MANY_PIXELS);
    }
    return header;
  }

  /**
   * Answers of how many rows and columns one is decoded, so that the square that comes out has at
   * most {@link #MOST_DECODED} bytes.
   */
  int step(int side) {
    long most = format == Format.WEBP && heavy ? MOST_DECODED_BESIDE : MOST_DECODED;
    int step = 1;
    while (square((side + step - 1) / step) * pixelBytes > most) {
      step++;
    }
    return step;
  }

  private static long square(int side) {
    return (long) side * side;
  }

  private long pixels() {
    return (long) width * height;
  }
}
