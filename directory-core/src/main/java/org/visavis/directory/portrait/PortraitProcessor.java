package org.visavis.directory.portrait;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.WritableRaster;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.PortraitImage;
import org.visavis.directory.portrait.Decoder.Decoded;

/**
 * Makes a portrait of a photograph: JPEG, PNG or WebP in, square JPEG images in several sizes out,
 * upright and without anything that the file said beside the picture. The same file gives the same
 * images, byte by byte, on one version of the Java platform.
 *
 * <p>A file is looked through before it is decoded, and large pictures are decoded with pixels left
 * out, so that any file needs less than 64 MB of heap, its own bytes included. Thread-safe; files
 * are decoded one after the other, for the sake of that memory.
 *
 * <pre>{@code
 * PortraitProcessor processor = PortraitProcessor.create();
 * String told =
 *     processor
 *         .process(file)
 *         .fold(taken -> taken.images().size() + " sizes", refused -> refused.reason().code());
 * }</pre>
 */
public final class PortraitProcessor {

  /** The largest file that is taken, in bytes. */
  public static final int MAX_BYTES = 10_000_000;

  /** The smallest shorter side of a picture that is taken, in pixels. */
  public static final int MIN_SIDE = 96;

  /** The sides of the images, in pixels; none is larger than the picture that came. */
  private static final int[] SIDES = {96, 192, 384, 768};

  /** Behind transparent pixels: as calm on a light page as on a dark one. */
  private static final int BACKGROUND = 0xd9d4dc;

  private final ReentrantLock oneByOne = new ReentrantLock();

  private PortraitProcessor() {}

  /** Answers a processor. One is enough for an application. */
  public static PortraitProcessor create() {
    return new PortraitProcessor();
  }

  /** Makes a portrait of the file, or says why not. Takes a second or more for a large one. */
  public PortraitResult process(byte[] file) {
    try {
      if (file.length > MAX_BYTES) {
        throw new RefusedImageException(PortraitRefusal.TOO_LARGE);
      }
      Bytes bytes = new Bytes(file);
      ImageHeader header = ImageHeader.read(bytes);
      if (Math.min(header.width(), header.height()) < MIN_SIDE) {
        throw new RefusedImageException(PortraitRefusal.TOO_SMALL);
      }
      if (SecondFile.isIn(bytes, header.end())) {
        throw new RefusedImageException(PortraitRefusal.AMBIGUOUS);
      }
      oneByOne.lock();
      try {
        return new PortraitResult.Accepted(images(file, header));
      } finally {
        oneByOne.unlock();
      }
    } catch (RefusedImageException e) {
      return new PortraitResult.Refused(e.reason());
    }
  }

  private static List<PortraitImage> images(byte[] file, ImageHeader header)
      throws RefusedImageException {
    Decoded decoded = Decoder.decode(file, header);
    Samples samples = new Samples(decoded, header.inks());
    int side = side(samples.side());
    int[] pixels = Scaling.scale(samples::row, samples.side(), side, BACKGROUND);
    pixels = standard(pixels, side, decoded.colours());
    pixels = header.orientation().turn(pixels, side);
    List<PortraitImage> images = new ArrayList<>();
    for (int each : SIDES) {
      if (each < side) {
        images.add(JpegWriting.image(Scaling.scale(pixels, side, each), each));
      }
    }
    images.add(JpegWriting.image(pixels, side));
    return images;
  }

  /**
   * Answers the side of the largest image: a step of the row, or that of the picture where the step
   * below is much smaller.
   */
  private static int side(int available) {
    int below = SIDES[0];
    for (int each : SIDES) {
      below = each <= available ? each : below;
    }
    boolean largest = below == SIDES[SIDES.length - 1];
    return largest || available * 4 < below * 5 ? below : available;
  }

  /**
   * Turns the colours of the file's own space, such as that of a telephone, into those of pages.
   */
  private static int[] standard(int[] pixels, int side, @Nullable ColorModel colours)
      throws RefusedImageException {
    if (!(colours instanceof ComponentColorModel)
        || colours.getColorSpace().getType() != ColorSpace.TYPE_RGB
        || colours.getColorSpace().isCS_sRGB()) {
      return pixels;
    }
    try {
      ColorModel own =
          new ComponentColorModel(colours.getColorSpace(), false, false, ColorModel.OPAQUE, 0);
      WritableRaster raster = own.createCompatibleWritableRaster(side, side);
      int[] row = new int[side * 3];
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          int pixel = pixels[y * side + x];
          row[x * 3] = pixel >> 16 & 0xff;
          row[x * 3 + 1] = pixel >> 8 & 0xff;
          row[x * 3 + 2] = pixel & 0xff;
        }
        raster.setPixels(0, y, side, 1, row);
      }
      BufferedImage converted = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
      new ColorConvertOp(null).filter(new BufferedImage(own, raster, false, null), converted);
      return converted.getRGB(0, 0, side, side, null, 0, side);
    } catch (RuntimeException e) {
      // A profile that cannot be followed.
      throw RefusedImageException.broken();
    }
  }
}
