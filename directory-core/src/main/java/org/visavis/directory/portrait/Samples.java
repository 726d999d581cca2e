package org.visavis.directory.portrait;

import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;
import org.visavis.directory.portrait.Decoder.Decoded;
import org.visavis.directory.portrait.ImageHeader.Inks;

/**
 * Reads decoded pixels row by row as red, green, blue and opacity, each from 0 to 255, in the
 * colour space of the file. Not thread-safe.
 */
final class Samples {

  private static final int CHANNELS = 4;

  private final Decoded decoded;
  private final Inks inks;
  private final int side;
  private final int[] row;

  Samples(Decoded decoded, Inks inks) {
    this.decoded = decoded;
    this.inks = inks;
    this.side = decoded.side();
    this.row = new int[side * CHANNELS];
  }

  int side() {
    return side;
  }

  /** Answers a row; the array is used again for the next. */
  int[] row(int y) {
    Raster raster = decoded.raster();
    int x0 = raster.getMinX();
    int y0 = raster.getMinY() + y;
    ColorModel colours = decoded.colours();
    if (colours == null) {
      raster.getPixels(x0, y0, side, 1, row);
      inks();
    } else if (colours instanceof ComponentColorModel) {
      int bands = raster.getNumBands();
      int[] samples = raster.getPixels(x0, y0, side, 1, new int[side * bands]);
      components(samples, bands, Math.max(0, colours.getComponentSize(0) - 8));
    } else {
      indexed(raster, colours, x0, y0);
    }
    return row;
  }

  private void components(int[] samples, int bands, int shift) {
    boolean grey = bands < 3;
    boolean opaque = bands == 1 || bands == 3;
    for (int x = 0; x < side; x++) {
      int from = x * bands;
      int to = x * CHANNELS;
      row[to] = samples[from] >> shift;
      row[to + 1] = samples[grey ? from : from + 1] >> shift;
      row[to + 2] = samples[grey ? from : from + 2] >> shift;
      row[to + 3] = opaque ? 255 : samples[from + bands - 1] >> shift;
    }
  }

  private void indexed(Raster raster, ColorModel colours, int x0, int y0) {
    Object pixel = null;
    for (int x = 0; x < side; x++) {
      pixel = raster.getDataElements(x0 + x, y0, pixel);
      int argb = colours.getRGB(pixel);
      int to = x * CHANNELS;
      row[to] = argb >> 16 & 0xff;
      row[to + 1] = argb >> 8 & 0xff;
      row[to + 2] = argb & 0xff;
      row[to + 3] = argb >>> 24;
    }
  }

  /** Programs for print store what is left white, not the ink. */
  private void inks() {
    for (int to = 0; to < row.length; to += CHANNELS) {
      int black = row[to + 3];
      int first = row[to];
      int second = row[to + 1];
      int third = row[to + 2];
      if (inks == Inks.YCCK) {
        // The first three are the inks turned into Y, Cb and Cr (ITU-T T.871, 7).
        double blue = second - 128.0;
        double red = third - 128.0;
        second = 255 - clamp(first - 0.344136 * blue - 0.714136 * red);
        third = 255 - clamp(first + 1.772 * blue);
        first = 255 - clamp(first + 1.402 * red);
      }
      row[to] = first * black / 255;
      row[to + 1] = second * black / 255;
      row[to + 2] = third * black / 255;
      row[to + 3] = 255;
    }
  }

  private static int clamp(double value) {
    return (int) Math.max(0, Math.min(255, Math.round(value)));
  }
}
