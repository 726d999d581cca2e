package org.visavis.benchmarks.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;

/**
 * Lines and points between two axes, written as SVG. Colours are those of Okabe and Ito, which
 * people with any colour vision tell apart; each line has a mark of its own as well. Not
 * thread-safe.
 */
public final class Plot {

  private static final List<String> COLOURS =
      List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000");
  private static final int WIDTH = 720;
  private static final int HEIGHT = 420;
  private static final int LEFT = 64;
  private static final int TOP = 44;
  private static final int RIGHT = WIDTH - 216;
  private static final int BOTTOM = HEIGHT - 52;

  private final String title;
  private final Axis x;
  private final Axis y;
  private final StringBuilder body = new StringBuilder();
  private final List<String> legend = new ArrayList<>();

  /**
   * Makes an empty one.
   *
   * @param title what it shows, in a line
   * @param x from left to right
   * @param y from below
   */
  public Plot(String title, Axis x, Axis y) {
    this.title = title;
    this.x = x;
    this.y = y;
  }

  /**
   * One axis.
   *
   * @param label what is drawn along it, with its unit
   * @param from its beginning
   * @param to its end
   * @param step between two marks; for a logarithmic axis, which has its marks at powers, 0
   * @param format writes a mark
   */
  public record Axis(
      String label, double from, double to, double step, DoubleFunction<String> format) {

    /** Answers an axis whose marks are numbers with as many decimals. */
    public static Axis of(String label, double from, double to, double step, int decimals) {
      return new Axis(
          label, from, to, step, v -> String.format(Locale.ROOT, "%." + decimals + "f", v));
    }

    /** Answers an axis from a power of ten to another. */
    public static Axis logarithmic(String label, double from, double to) {
      return new Axis(
          label, from, to, 0, v -> String.format(Locale.ROOT, v < 1 ? "%.2f" : "%.0f", v));
    }

    private double share(double value) {
      return step == 0
          ? Math.log(value / from) / Math.log(to / from)
          : (value - from) / (to - from);
    }

    private List<Double> marks() {
      List<Double> marks = new ArrayList<>();
      for (int i = 0; ; i++) {
        double mark = step == 0 ? from * Math.pow(10, i) : from + i * step;
        if (mark > to * 1.0001) {
          return marks;
        }
        marks.add(mark);
      }
    }
  }

  /** Draws a line through points, each an x and a y; those below the axis are left out. */
  public void line(String name, List<double[]> points) {
    draw(name, points, true);
  }

  /** Draws points that no line joins. */
  public void points(String name, List<double[]> points) {
    draw(name, points, false);
  }

  private void draw(String name, List<double[]> points, boolean joined) {
    String colour = COLOURS.get(legend.size() % COLOURS.size());
    int shape = legend.size();
    StringBuilder path = new StringBuilder();
    StringBuilder marks = new StringBuilder();
    for (double[] point : points) {
      if (y.share(point[1]) < 0 || y.share(point[1]) > 1) {
        continue;
      }
      double left = LEFT + x.share(point[0]) * (RIGHT - LEFT);
      double top = BOTTOM - y.share(point[1]) * (BOTTOM - TOP);
      path.append(path.isEmpty() ? 'M' : 'L').append(number(left)).append(' ').append(number(top));
      marks.append(mark(shape, left, top));
    }
    body.append("<g fill=\"").append(colour).append("\" stroke=\"").append(colour).append("\">\n");
    if (joined) {
      body.append("<path fill=\"none\" stroke-width=\"2\" d=\"").append(path).append("\"/>\n");
    }
    body.append(marks).append("</g>\n");
    int line = TOP + 8 + 22 * legend.size();
    legend.add(
        "<g fill=\""
            + colour
            + "\" stroke=\""
            + colour
            + "\">"
            + mark(shape, RIGHT + 16, line).strip()
            + "</g><text x=\""
            + (RIGHT + 28)
            + "\" y=\""
            + (line + 4)
            + "\">"
            + name
            + "</text>\n");
  }

  private static String mark(int shape, double left, double top) {
    String at = number(left) + " " + number(top);
    return switch (shape % 4) {
      case 0 -> "<circle cx=\"" + number(left) + "\" cy=\"" + number(top) + "\" r=\"4\"/>\n";
      case 1 -> "<path d=\"M" + at + "m-4 -4h8v8h-8z\"/>\n";
      case 2 -> "<path d=\"M" + at + "m0 -5l5 9h-10z\"/>\n";
      default -> "<path d=\"M" + at + "m0 -5l5 5l-5 5l-5 -5z\"/>\n";
    };
  }

  /** Answers the picture. */
  public String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
                + " font-family=\"sans-serif\" font-size=\"12\" fill=\"#333\">%n"
                + "<title>%s</title>%n<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>%n"
                + "<text x=\"%d\" y=\"24\" font-size=\"15\">%s</text>%n",
            WIDTH,
            HEIGHT,
            title,
            WIDTH,
            HEIGHT,
            LEFT,
            title));
    for (double mark : x.marks()) {
      double left = LEFT + x.share(mark) * (RIGHT - LEFT);
      svg.append(grid(left, TOP, left, BOTTOM))
          .append(text(left, BOTTOM + 18, "middle", x.format().apply(mark)));
    }
    for (double mark : y.marks()) {
      double top = BOTTOM - y.share(mark) * (BOTTOM - TOP);
      svg.append(grid(LEFT, top, RIGHT, top))
          .append(text(LEFT - 8, top + 4, "end", y.format().apply(mark)));
    }
    svg.append(text((LEFT + RIGHT) / 2.0, HEIGHT - 12, "middle", x.label()));
    svg.append(
        String.format(
            Locale.ROOT,
            "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
            (TOP + BOTTOM) / 2,
            y.label()));
    svg.append(body);
    legend.forEach(svg::append);
    return svg.append("</svg>\n").toString();
  }

  private static String grid(double x1, double y1, double x2, double y2) {
    return String.format(
        Locale.ROOT, "<path stroke=\"#ddd\" d=\"M%.1f %.1fL%.1f %.1f\"/>%n", x1, y1, x2, y2);
  }

  private static String text(double left, double top, String anchor, String words) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n",
        left,
        top,
        anchor,
        words);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
