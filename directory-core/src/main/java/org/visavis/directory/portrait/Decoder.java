package org.visavis.directory.portrait;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.portrait.ImageHeader.Inks;
import org.visavis.directory.portrait.Orientation.Square;

/** Decodes the square of a file that a portrait shows, leaving out pixels where it is large. */
final class Decoder {

  /** The readers of the platform itself; whatever else is on the class path does not answer. */
  private static final String PLATFORM = "com.sun.imageio.plugins.";

  private Decoder() {}

  /**
   * What came out.
   *
   * @param raster the samples
   * @param colours what they mean; null where a raster of four inks has no such thing
   */
  record Decoded(Raster raster, @Nullable ColorModel colours) {

    int side() {
      return Math.min(raster.getWidth(), raster.getHeight());
    }
  }

  static Decoded decode(byte[] file, ImageHeader header) throws RefusedImageException {
    Square square = header.orientation().square(header.width(), header.height());
    ImageReader reader = reader(header);
    try (BytesInput input = new BytesInput(file, header.end())) {
      // Nothing that the file says of itself is of interest, and much of it can be malicious.
      reader.setInput(input, true, true);
      boolean[] damaged = new boolean[1];
      reader.addIIOReadWarningListener((source, warning) -> damaged[0] |= isDamage(warning));
      if (reader.getWidth(0) != header.width() || reader.getHeight(0) != header.height()) {
        throw RefusedImageException.broken();
      }
      ImageReadParam param = reader.getDefaultReadParam();
      param.setSourceRegion(new Rectangle(square.x(), square.y(), square.side(), square.side()));
      int step = header.step(square.side());
      param.setSourceSubsampling(step, step, 0, 0);
      Decoded decoded = read(reader, param, header.inks());
      if (damaged[0]) {
        throw RefusedImageException.broken();
      }
      return decoded;
    } catch (IOException | RuntimeException e) {
      // The readers of the platform answer some damaged files with whatever went wrong inside.
      throw RefusedImageException.broken();
    } finally {
      reader.dispose();
    }
  }

  private static Decoded read(ImageReader reader, ImageReadParam param, Inks inks)
      throws IOException {
    if (inks == Inks.NONE) {
      BufferedImage image = reader.read(0, param);
      return new Decoded(image.getRaster(), image.getColorModel());
    }
    return new Decoded(reader.readRaster(0, param), null);
  }

  /** Bytes too many between two parts are what some cameras write; nothing is missing then. */
  private static boolean isDamage(String warning) {
    return !warning.contains("extraneous");
  }

  private static ImageReader reader(ImageHeader header) throws RefusedImageException {
    return switch (header.format()) {
      case JPEG -> platform(ImageIO.getImageReadersByFormatName("jpeg"));
      case PNG -> platform(ImageIO.getImageReadersByFormatName("png"));
      case WEBP -> webp();
    };
  }

  private static ImageReader platform(Iterator<ImageReader> readers) {
    Iterable<ImageReader> all = () -> readers;
    Stream<ImageReader> stream = StreamSupport.stream(all.spliterator(), false);
    return stream
        .filter(reader -> reader.getClass().getName().startsWith(PLATFORM))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The platform reads JPEG and PNG"));
  }

  private static ImageReader webp() throws RefusedImageException {
    try {
      return WebpReader.create();
    } catch (NoClassDefFoundError e) {
      throw new RefusedImageException(PortraitRefusal.NOT_AN_IMAGE);
    }
  }
}
