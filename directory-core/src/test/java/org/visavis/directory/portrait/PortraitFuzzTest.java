package org.visavis.directory.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.visavis.directory.PortraitImage;

/**
 * Whatever is handed in, something is answered. In an ordinary run the files of the seed collection
 * are tried; CONTRIBUTING.md tells how to look for new ones.
 */
class PortraitFuzzTest {

  private static final PortraitProcessor PROCESSOR = PortraitProcessor.create();

  @FuzzTest(maxDuration = "10m")
  void everyFileIsTakenOrRefused(byte[] file) {
    PortraitResult result = PROCESSOR.process(file);

    if (result instanceof PortraitResult.Accepted accepted) {
      for (PortraitImage image : accepted.images()) {
        assertThat(image.side()).isBetween(PortraitProcessor.MIN_SIDE, 768);
        assertThat(image.bytes()).startsWith(0xff, 0xd8, 0xff);
      }
    }
  }
}
