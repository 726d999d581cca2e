package org.visavis.directory.portrait;

import java.util.zip.CRC32;
import org.visavis.directory.portrait.ImageHeader.Format;
import org.visavis.directory.portrait.ImageHeader.Inks;

/** The chunks of a PNG file (W3C PNG, third edition, section 5). */
final class PngFile {

  private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";

  /** Length, type and check sum of a chunk. */
  private static final int AROUND = 12;

  private PngFile() {}

  static boolean begins(Bytes file) {
    return file.has(0, SIGNATURE);
  }

  static ImageHeader header(Bytes file) throws RefusedImageException {
    long at = SIGNATURE.length();
    if (!file.has(at + 4, "IHDR") || file.u32(at) != 13) {
      throw RefusedImageException.broken();
    }
    long width = file.u32(at + 8);
    long height = file.u32(at + 12);
    int bytes = file.u8(at + 16) == 16 ? 8 : 4;
    Orientation orientation = Orientation.UPRIGHT;
    boolean pixels = false;
    while (true) {
      long length = file.u32(at);
      Bytes content = file.part(at + 8, length);
      if ((file.u8(at + 4) & 0x20) == 0) {
        check(file, at, length);
      }
      pixels |= file.has(at + 4, "IDAT");
      if (file.has(at + 4, "eXIf")) {
        orientation = Exif.orientation(content);
      }
      boolean last = file.has(at + 4, "IEND");
      at += length + AROUND;
      if (last) {
        break;
      }
    }
    if (!pixels) {
      throw RefusedImageException.broken();
    }
    if (width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw new RefusedImageException(PortraitRefusal.TOO_MANY_PIXELS);
    }
    return new ImageHeader(
        Format.PNG, (int) width, (int) height, orientation, (int) at, false, Inks.NONE, bytes);
  }

  /** What the picture needs is whole; what else is in the file does not matter. */
  private static void check(Bytes file, long at, long length) throws RefusedImageException {
    Bytes covered = file.part(at + 4, length + 4);
    CRC32 sum = new CRC32();
    sum.update(covered.array(), covered.offset(), covered.length());
    if (sum.getValue() != file.u32(at + 8 + length)) {
      throw RefusedImageException.broken();
    }
  }
}
