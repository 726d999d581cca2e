package org.visavis.directory.portrait;

import org.visavis.directory.portrait.ImageHeader.Format;
import org.visavis.directory.portrait.ImageHeader.Inks;

/** The markers of a JPEG file (ITU-T T.81, annex B), walked from its begin to its end. */
final class JpegFile {

  /** Each pass goes over the whole picture: a small file of many passes keeps a processor busy. */
  private static final int MOST_SCANS = 64;

  private static final int BASELINE = 0xc0;
  private static final int EXTENDED = 0xc1;
  private static final int PROGRESSIVE = 0xc2;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int EXIF = 0xe1;
  private static final int ADOBE = 0xee;

  private final Bytes file;
  private int width;
  private int height;
  private int components;
  private boolean progressive;
  private int scans;
  private int adobeTransform;
  private boolean hasExif;
  private Orientation orientation = Orientation.UPRIGHT;

  private JpegFile(Bytes file) {
    this.file = file;
  }

  static boolean begins(Bytes file) {
    return file.has(0, "\u00ff\u00d8\u00ff");
  }

  /** Walks all markers, so that a file that ends early is known before it is decoded. */
  static ImageHeader header(Bytes file) throws RefusedImageException {
    return new JpegFile(file).walk();
  }

  private ImageHeader walk() throws RefusedImageException {
    int at = 2;
    while (true) {
      at = marker(at);
      int kind = file.u8(at);
      at++;
      if (kind == END) {
        return header(at);
      }
      if (isAlone(kind)) {
        continue;
      }
      int length = file.u16(at);
      if (length < 2) {
        throw RefusedImageException.broken();
      }
      segment(kind, file.part(at + 2L, length - 2L));
      at += length;
      if (kind == SCAN) {
        at = afterScan(at);
      }
    }
  }

  private ImageHeader header(int end) throws RefusedImageException {
    if (components == 0 || scans == 0) {
      throw RefusedImageException.broken();
    }
    Inks inks = components < 4 ? Inks.NONE : adobeTransform == 2 ? Inks.YCCK : Inks.CMYK;
    return new ImageHeader(
        Format.JPEG, width, height, orientation, end, progressive, inks, components);
  }

  /** Answers where the code of the next marker stands: after 0xff, however often it is said. */
  private int marker(int from) throws RefusedImageException {
    if (file.u8(from) != 0xff) {
      throw RefusedImageException.broken();
    }
    int at = from;
    while (file.u8(at) == 0xff) {
      at++;
    }
    return at;
  }

  private static boolean isAlone(int kind) {
    return kind == 0x01 || isRestart(kind);
  }

  private static boolean isRestart(int kind) {
    return kind >= 0xd0 && kind <= 0xd7;
  }

  private void segment(int kind, Bytes content) throws RefusedImageException {
    switch (kind) {
      case BASELINE, EXTENDED, PROGRESSIVE -> frame(kind, content);
      // Lossless, hierarchical, arithmetic: nobody's photographs.
      case 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf, 0xd8, 0x00 ->
          throw RefusedImageException.broken();
      case SCAN -> scan();
      case EXIF -> exif(content);
      case ADOBE -> {
        if (content.has(0, "Adobe") && content.length() > 11) {
          adobeTransform = content.u8(11);
        }
      }
      default -> {}
    }
  }

  private void frame(int kind, Bytes content) throws RefusedImageException {
    if (components != 0 || content.u8(0) != 8) {
      throw RefusedImageException.broken();
    }
    progressive = kind == PROGRESSIVE;
    height = content.u16(1);
    width = content.u16(3);
    components = content.u8(5);
    if (components != 1 && components != 3 && components != 4) {
      throw RefusedImageException.broken();
    }
  }

  private void scan() throws RefusedImageException {
    scans++;
    if (components == 0 || scans > MOST_SCANS) {
      throw RefusedImageException.broken();
    }
  }

  private void exif(Bytes content) throws RefusedImageException {
    if (!hasExif && content.has(0, "Exif\0\0")) {
      hasExif = true;
      orientation = Exif.orientation(content.part(6, content.length() - 6L));
    }
  }

  /** Answers where the next marker begins: compressed data hides its own 0xff behind a zero. */
  private int afterScan(int from) throws RefusedImageException {
    int at = from;
    while (true) {
      if (file.u8(at) == 0xff) {
        int next = file.u8(at + 1L);
        if (next != 0 && next != 0xff && !isRestart(next)) {
          return at;
        }
      }
      at++;
    }
  }
}
