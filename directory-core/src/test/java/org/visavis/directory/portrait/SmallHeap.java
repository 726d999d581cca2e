package org.visavis.directory.portrait;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.visavis.directory.portrait.NastyFiles.Nasty;

/** Run as a program of its own, with little heap: see {@link LittleMemoryTest}. */
final class SmallHeap {

  private SmallHeap() {}

  public static void main(String[] arguments) throws Exception {
    PortraitProcessor processor = PortraitProcessor.create();
    for (Nasty nasty : NastyFiles.all()) {
      if (!processor
          .process(nasty.bytes().get())
          .equals(new PortraitResult.Refused(nasty.reason()))) {
        throw new AssertionError(nasty.name());
      }
    }
    for (String path : arguments) {
      System.out.println(Path.of(path).getFileName());
      byte[] file = Files.readAllBytes(Path.of(path));
      // As large as files may be: whatever follows the image takes memory as well.
      byte[] full = Arrays.copyOf(file, PortraitProcessor.MAX_BYTES);
      file = null;
      // More than once: what a decoder leaves behind must be free to go.
      for (int i = 0; i < 2; i++) {
        PortraitResult result = processor.process(full);
        if (!(result instanceof PortraitResult.Accepted taken) || taken.images().size() != 4) {
          throw new AssertionError(path + ": " + result);
        }
      }
    }
    System.out.println("all of them");
  }

  /** A photograph of 40 megapixels that needs little memory to be made: one bit for each pixel. */
  static BufferedImage large() {
    byte[] both = {0, (byte) 200};
    IndexColorModel colours = new IndexColorModel(1, 2, both, both, both);
    BufferedImage image = new BufferedImage(7_300, 5_500, BufferedImage.TYPE_BYTE_BINARY, colours);
    byte[] bits = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
    for (int i = 0; i < bits.length; i += 97) {
      bits[i] = (byte) i;
    }
    return image;
  }
}
