package org.visavis.directory.portrait;

/**
 * How a camera was held, as the tag 0x0112 of EXIF (CIPA DC-008, 4.6.4) tells it: which pixel of
 * the file stands where in the upright picture.
 *
 * @param swapped whether rows and columns change places
 * @param flippedX whether a row of the file is then read from its end
 * @param flippedY whether the rows of the file are then read from the last one
 */
record Orientation(boolean swapped, boolean flippedX, boolean flippedY) {

  static final Orientation UPRIGHT = new Orientation(false, false, false);

  /** Answers the orientation of that number; what is not from 1 to 8 is upright. */
  static Orientation of(int exif) {
    return switch (exif) {
      case 2 -> new Orientation(false, true, false);
      case 3 -> new Orientation(false, true, true);
      case 4 -> new Orientation(false, false, true);
      case 5 -> new Orientation(true, false, false);
      case 6 -> new Orientation(true, false, true);
      case 7 -> new Orientation(true, true, true);
      case 8 -> new Orientation(true, true, false);
      default -> UPRIGHT;
    };
  }

  /** Answers the square of the file that the portrait shows. */
  Square square(int width, int height) {
    int side = Math.min(width, height);
    int uprightWidth = swapped ? height : width;
    int uprightHeight = swapped ? width : height;
    int left = (uprightWidth - side) / 2;
    // A face is above the middle of a picture that is taller than wide.
    int top = (int) ((uprightHeight - side) * 2L / 5);
    int x = swapped ? top : left;
    int y = swapped ? left : top;
    return new Square(flippedX ? width - side - x : x, flippedY ? height - side - y : y, side);
  }

  /** Turns a square of pixels upright. */
  int[] turn(int[] pixels, int side) {
    if (equals(UPRIGHT)) {
      return pixels;
    }
    int[] turned = new int[pixels.length];
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        int sourceX = swapped ? y : x;
        int sourceY = swapped ? x : y;
        sourceX = flippedX ? side - 1 - sourceX : sourceX;
        sourceY = flippedY ? side - 1 - sourceY : sourceY;
        turned[y * side + x] = pixels[sourceY * side + sourceX];
      }
    }
    return turned;
  }

  /**
   * A square in the pixels of the file.
   *
   * @param x its leftmost column
   * @param y its topmost row
   * @param side its width and height
   */
  record Square(int x, int y, int side) {}
}
