package org.visavis.directory.portrait;

import static org.visavis.directory.portrait.PortraitRefusal.AMBIGUOUS;
import static org.visavis.directory.portrait.PortraitRefusal.BROKEN;
import static org.visavis.directory.portrait.PortraitRefusal.NOT_AN_IMAGE;
import static org.visavis.directory.portrait.PortraitRefusal.TOO_LARGE;
import static org.visavis.directory.portrait.PortraitRefusal.TOO_MANY_PIXELS;
import static org.visavis.directory.portrait.PortraitRefusal.TOO_SMALL;
import static org.visavis.directory.portrait.TestImages.concat;
import static org.visavis.directory.portrait.TestImages.file;
import static org.visavis.directory.portrait.TestImages.inserted;
import static org.visavis.directory.portrait.TestImages.jpeg;
import static org.visavis.directory.portrait.TestImages.png;
import static org.visavis.directory.portrait.TestImages.resized;
import static org.visavis.directory.portrait.TestImages.segment;
import static org.visavis.directory.portrait.TestImages.squares;
import static org.visavis.directory.portrait.TestImages.text;
import static org.visavis.directory.portrait.TestImages.truncated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** Files that must be refused, each with the reason. */
final class NastyFiles {

  private static final String ZIP_END = "PK\u0005\u0006\0\0\0\0\u0001\0\u0001\0";

  private NastyFiles() {}

  /**
   * One of them.
   *
   * @param name what it is
   * @param bytes makes it, so that never two are in memory
   * @param reason why it is refused
   */
  record Nasty(String name, Supplier<byte[]> bytes, PortraitRefusal reason) {

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Nasty> all() {
    List<Nasty> all = new ArrayList<>();
    byte[] photo = jpeg(squares(200, 240));
    byte[] drawing = png(squares(200, 200));
    byte[] webp = file("lossy.webp");

    add(all, "nothing", new byte[0], NOT_AN_IMAGE);
    add(all, "SVG", text("<svg xmlns='http://www.w3.org/2000/svg'/>"), NOT_AN_IMAGE);
    add(all, "HTML", text("<!DOCTYPE html><script>alert(1)</script>"), NOT_AN_IMAGE);
    add(all, "GIF", text("GIF89a\u0001\0\u0001\0"), NOT_AN_IMAGE);
    add(all, "BMP", text("BM" + "\0".repeat(60)), NOT_AN_IMAGE);
    add(all, "TIFF", concat(text("II*\0"), new byte[200]), NOT_AN_IMAGE);
    add(all, "AVIF", text("\0\0\0\u001cftypavif"), NOT_AN_IMAGE);
    add(all, "image behind a space", concat(text(" "), photo), NOT_AN_IMAGE);
    add(all, "image behind a zip", concat(text("PK\u0003\u0004\n\0"), photo), NOT_AN_IMAGE);
    add(all, "animation", file("animated.webp"), NOT_AN_IMAGE);
    all.add(new Nasty("eleven megabytes", () -> Arrays.copyOf(photo, 11_000_000), TOO_LARGE));

    add(all, "JPEG before a zip", concat(photo, text("PK\u0003\u0004\u0014\0x")), AMBIGUOUS);
    add(all, "JPEG before the end of a zip", concat(photo, text(ZIP_END)), AMBIGUOUS);
    add(all, "PNG before a page", concat(drawing, text("\n<HTML><script>")), AMBIGUOUS);
    add(all, "WebP before a PDF", concat(webp, text("%PDF-1.7")), AMBIGUOUS);
    add(all, "PNG before a PNG", concat(drawing, drawing), AMBIGUOUS);
    add(
        all,
        "JPEG that readers take for a PDF",
        inserted(photo, 2, segment(0xfe, text("%PDF-1.4 1 0 obj"))),
        AMBIGUOUS);
    add(
        all,
        "JPEG that browsers may take for a page",
        inserted(photo, 2, segment(0xfe, text("<html><body onload=alert(1)>"))),
        AMBIGUOUS);

    add(all, "bomb of 50,000 x 50,000 as JPEG", resized(photo, 50_000, 50_000), TOO_MANY_PIXELS);
    add(all, "bomb of 50,000 x 50,000 as PNG", header(drawing, 50_000, 50_000), TOO_MANY_PIXELS);
    add(all, "PNG of two billion rows", header(drawing, 200, 0x7fffffff), TOO_MANY_PIXELS);
    add(all, "PNG of four billion rows", header(drawing, 200, -1), TOO_MANY_PIXELS);
    add(all, "bomb as WebP", webpOf(16_383), TOO_MANY_PIXELS);
    all.add(
        new Nasty(
            "true PNG of 51 megapixels", () -> TestImages.blankPng(8_000, 6_400), TOO_MANY_PIXELS));
    add(
        all,
        "progressive JPEG of 30 megapixels",
        resized(TestImages.progressiveJpeg(squares(200, 200)), 6_000, 5_000),
        TOO_MANY_PIXELS);
    add(all, "one pixel", png(squares(1, 1)), TOO_SMALL);
    add(all, "a line", jpeg(squares(4_000, 20)), TOO_SMALL);

    for (int missing : new int[] {1, 2, 100, photo.length / 2, photo.length - 20}) {
      add(all, "JPEG without its last " + missing, truncated(photo, missing), BROKEN);
    }
    for (int missing : new int[] {1, 12, 40, drawing.length / 2, drawing.length - 20}) {
      add(all, "PNG without its last " + missing, truncated(drawing, missing), BROKEN);
    }
    for (int missing : new int[] {1, 100, webp.length - 20}) {
      add(all, "WebP without its last " + missing, truncated(webp, missing), BROKEN);
    }
    add(all, "JPEG of nothing", text("\u00ff\u00d8\u00ff\u00d9"), BROKEN);
    add(all, "JPEG with text behind its signature", text("\u00ff\u00d8\u00ffhello <b>"), BROKEN);
    add(all, "JPEG whose data ends early", cutData(photo), BROKEN);
    add(all, "JPEG of a thousand scans", scans(photo, 1_000), BROKEN);
    add(all, "JPEG without rows", resized(photo, 200, 0), BROKEN);
    add(all, "PNG with a changed byte", changed(drawing, drawing.length - 30), BROKEN);
    add(all, "PNG whose pixels do not unpack", garbled(drawing), BROKEN);
    add(all, "PNG of zero columns", header(drawing, 0, 200), BROKEN);
    return all;
  }

  private static void add(List<Nasty> all, String name, byte[] bytes, PortraitRefusal reason) {
    all.add(new Nasty(name, () -> bytes, reason));
  }

  /** Another size in the header of a PNG, under a true check sum. */
  private static byte[] header(byte[] png, int width, int height) {
    byte[] content = Arrays.copyOfRange(png, 16, 29);
    for (int i = 0; i < 4; i++) {
      content[i] = (byte) (width >>> (24 - 8 * i));
      content[4 + i] = (byte) (height >>> (24 - 8 * i));
    }
    return concat(
        Arrays.copyOf(png, 8),
        TestImages.chunk("IHDR", content),
        Arrays.copyOfRange(png, 33, png.length));
  }

  private static byte[] webpOf(int side) {
    byte[] copy = file("lossy.webp");
    for (int at : new int[] {26, 28}) {
      copy[at] = (byte) side;
      copy[at + 1] = (byte) (side >> 8);
    }
    return copy;
  }

  private static byte[] changed(byte[] file, int at) {
    byte[] copy = file.clone();
    copy[at] ^= 0x55;
    return copy;
  }

  /** Half of the compressed data is missing, but the mark of the end is there. */
  private static byte[] cutData(byte[] jpeg) {
    return concat(
        Arrays.copyOf(jpeg, jpeg.length - (jpeg.length - scan(jpeg)) / 2), text("\u00ff\u00d9"));
  }

  private static byte[] scans(byte[] jpeg, int times) {
    byte[] once = Arrays.copyOfRange(jpeg, scan(jpeg), jpeg.length - 2);
    byte[][] parts = new byte[times + 2][];
    Arrays.fill(parts, once);
    parts[0] = Arrays.copyOf(jpeg, scan(jpeg));
    parts[times + 1] = text("\u00ff\u00d9");
    return concat(parts);
  }

  private static int scan(byte[] jpeg) {
    for (int at = 2; ; at++) {
      if ((jpeg[at] & 0xff) == 0xff && (jpeg[at + 1] & 0xff) == 0xda) {
        return at;
      }
    }
  }

  private static byte[] garbled(byte[] png) {
    byte[] noise = new byte[400];
    Arrays.fill(noise, (byte) 0x9d);
    return concat(
        Arrays.copyOf(png, 33),
        TestImages.chunk("IDAT", noise),
        TestImages.chunk("IEND", new byte[0]));
  }
}
