package org.visavis.directory.portrait;

import org.visavis.directory.portrait.ImageHeader.Format;
import org.visavis.directory.portrait.ImageHeader.Inks;

/** The chunks of a WebP file (RFC 9649). */
final class WebpFile {

  private static final int HEADER = 12;
  private static final int PIXEL_BYTES = 4;
  private static final int ANIMATED = 0x02;

  private final Bytes file;
  private int canvasWidth;
  private int canvasHeight;
  private int width;
  private int height;
  private boolean whole;
  private Orientation orientation = Orientation.UPRIGHT;

  private WebpFile(Bytes file) {
    this.file = file;
  }

  static boolean begins(Bytes file) {
    return file.has(0, "RIFF") && file.has(8, "WEBP");
  }

  static ImageHeader header(Bytes file) throws RefusedImageException {
    return new WebpFile(file).walk();
  }

  private ImageHeader walk() throws RefusedImageException {
    long end = 8 + file.u32LittleEndian(4);
    if (end > file.length()) {
      throw RefusedImageException.broken();
    }
    for (long at = HEADER; at < end; ) {
      long length = file.u32LittleEndian(at + 4);
      if (at + 8 + length > end) {
        throw RefusedImageException.broken();
      }
      chunk(at, file.part(at + 8, length));
      at += 8 + length + (length & 1);
    }
    if (width == 0 || height == 0 || (canvasWidth > 0 && !fillsCanvas())) {
      throw RefusedImageException.broken();
    }
    int last = (int) Math.min(file.length(), end + (end & 1));
    return new ImageHeader(
        Format.WEBP, width, height, orientation, last, whole, Inks.NONE, PIXEL_BYTES);
  }

  private boolean fillsCanvas() {
    return canvasWidth == width && canvasHeight == height;
  }

  private void chunk(long at, Bytes content) throws RefusedImageException {
    if (file.has(at, "VP8X")) {
      if ((content.u8(0) & ANIMATED) != 0) {
        throw new RefusedImageException(PortraitRefusal.NOT_AN_IMAGE);
      }
      canvasWidth = content.u24LittleEndian(4) + 1;
      canvasHeight = content.u24LittleEndian(7) + 1;
    } else if (file.has(at, "VP8 ")) {
      if (!content.has(3, "\u009d\u0001*")) {
        throw RefusedImageException.broken();
      }
      one(content.u16LittleEndian(6) & 0x3fff, content.u16LittleEndian(8) & 0x3fff);
    } else if (file.has(at, "VP8L")) {
      if (content.u8(0) != 0x2f) {
        throw RefusedImageException.broken();
      }
      long bits = content.u32LittleEndian(1);
      whole = true;
      one((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1);
    } else if (file.has(at, "ALPH")) {
      whole = true;
    } else if (file.has(at, "EXIF")) {
      // Some writers repeat the name that a JPEG has before the block.
      boolean named = content.has(0, "Exif\0\0");
      orientation = Exif.orientation(named ? content.part(6, content.length() - 6L) : content);
    } else if (file.has(at, "ANIM") || file.has(at, "ANMF")) {
      throw new RefusedImageException(PortraitRefusal.NOT_AN_IMAGE);
    }
  }

  private void one(int imageWidth, int imageHeight) throws RefusedImageException {
    if (width != 0) {
      throw RefusedImageException.broken();
    }
    width = imageWidth;
    height = imageHeight;
  }
}
