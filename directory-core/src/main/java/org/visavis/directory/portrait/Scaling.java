package org.visavis.directory.portrait;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Makes a square of pixels smaller, each new pixel being the average of the area that it covers.
 * Pixels count by their opacity, and lie on one colour in the end.
 */
final class Scaling {

  private static final int CHANNELS = 4;

  private final int side;
  private final int target;
  private final int background;
  private final float[] line;
  private final float[] sums;
  private final int[] pixels;

  private Scaling(int side, int target, int background) {
    this.side = side;
    this.target = target;
    this.background = background;
    this.line = new float[target * CHANNELS];
    this.sums = new float[target * CHANNELS];
    this.pixels = new int[target * target];
  }

  /**
   * Answers the pixels as 0xRRGGBB.
   *
   * @param rows answers a row of red, green, blue and opacity; asked once for each, in order
   * @param side how many rows and columns there are
   * @param target how many are wanted, at most as many
   * @param background 0xRRGGBB, behind what is transparent
   */
  static int[] scale(IntFunction<int[]> rows, int side, int target, int background) {
    return new Scaling(side, target, background).run(rows);
  }

  /** Makes pixels as {@link #scale} answers them smaller still. */
  static int[] scale(int[] rgb, int side, int target) {
    int[] row = new int[side * CHANNELS];
    return scale(
        y -> {
          for (int x = 0; x < side; x++) {
            int pixel = rgb[y * side + x];
            row[x * CHANNELS] = pixel >> 16 & 0xff;
            row[x * CHANNELS + 1] = pixel >> 8 & 0xff;
            row[x * CHANNELS + 2] = pixel & 0xff;
            row[x * CHANNELS + 3] = 255;
          }
          return row;
        },
        side,
        target,
        0);
  }

  private int[] run(IntFunction<int[]> rows) {
    int done = 0;
    for (int y = 0; y < side; y++) {
      across(rows.apply(y));
      // In units in which the file has target * side rows, each new row covers side of them.
      long from = (long) y * target;
      long to = from + target;
      while (from < to) {
        long until = Math.min(to, (done + 1L) * side);
        add(until - from);
        from = until;
        if (until == (done + 1L) * side) {
          finish(done);
          done++;
        }
      }
    }
    return pixels;
  }

  /** Averages one row across, weighing colours by opacity. */
  private void across(int[] row) {
    Arrays.fill(line, 0);
    int done = 0;
    for (int x = 0; x < side; x++) {
      int at = x * CHANNELS;
      float opacity = row[at + 3] / 255f;
      float red = row[at] * opacity;
      float green = row[at + 1] * opacity;
      float blue = row[at + 2] * opacity;
      long from = (long) x * target;
      long to = from + target;
      while (from < to) {
        long until = Math.min(to, (done + 1L) * side);
        float weight = until - from;
        int out = done * CHANNELS;
        line[out] += red * weight;
        line[out + 1] += green * weight;
        line[out + 2] += blue * weight;
        line[out + 3] += opacity * weight;
        from = until;
        if (until == (done + 1L) * side) {
          done++;
        }
      }
    }
  }

  private void add(long weight) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += line[i] * weight;
    }
  }

  private void finish(int y) {
    float area = (float) side * side;
    for (int x = 0; x < target; x++) {
      int at = x * CHANNELS;
      float behind = 1 - sums[at + 3] / area;
      int red = channel(sums[at] / area + behind * (background >> 16 & 0xff));
      int green = channel(sums[at + 1] / area + behind * (background >> 8 & 0xff));
      int blue = channel(sums[at + 2] / area + behind * (background & 0xff));
      pixels[y * target + x] = red << 16 | green << 8 | blue;
    }
    Arrays.fill(sums, 0);
  }

  private static int channel(float value) {
    return Math.max(0, Math.min(255, Math.round(value)));
  }
}
