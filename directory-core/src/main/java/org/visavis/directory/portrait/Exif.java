package org.visavis.directory.portrait;

/** Reads the one thing of EXIF that matters: how the camera was held (TIFF 6.0, section 2). */
final class Exif {

  private static final int ORIENTATION = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY = 12;

  private Exif() {}

  /** Answers the orientation; upright where the block does not tell it or is damaged. */
  static Orientation orientation(Bytes tiff) {
    try {
      boolean little = tiff.has(0, "II*\0");
      if (!little && !tiff.has(0, "MM\0*")) {
        return Orientation.UPRIGHT;
      }
      long directory = little ? tiff.u32LittleEndian(4) : tiff.u32(4);
      int entries = u16(tiff, directory, little);
      for (int i = 0; i < entries; i++) {
        long entry = directory + 2 + (long) i * ENTRY;
        if (u16(tiff, entry, little) == ORIENTATION) {
          return u16(tiff, entry + 2, little) == SHORT
              ? Orientation.of(u16(tiff, entry + 8, little))
              : Orientation.UPRIGHT;
        }
      }
      return Orientation.UPRIGHT;
    } catch (RefusedImageException e) {
      // A picture whose notes are damaged is still a picture.
      return Orientation.UPRIGHT;
    }
  }

  private static int u16(Bytes tiff, long at, boolean little) throws RefusedImageException {
    return little ? tiff.u16LittleEndian(at) : tiff.u16(at);
  }
}
