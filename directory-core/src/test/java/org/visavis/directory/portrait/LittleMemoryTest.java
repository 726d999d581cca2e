package org.visavis.directory.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every file, nasty or large, is dealt with within 64 MB of heap. */
class LittleMemoryTest {

  private static final long MINUTES = 5;

  @TempDir private Path folder;

  @Test
  void nastyAndLargeFilesNeedNoMoreThan64Megabytes() throws Exception {
    // The collector that the portal runs with: in so small a heap, one that cuts it into regions
    // finds no room for a large array though half of it is free.
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(SmallHeap.class.getName());
    command.add(file("forty.jpg", TestImages.jpeg(rgb(SmallHeap.large()))));
    command.add(file("twenty-four-progressive.jpg", TestImages.progressiveJpeg(rgb(6_000, 4_000))));
    command.add(file("fifty.png", TestImages.blankPng(8_000, 6_250)));
    command.add(file("forty-interlaced.png", TestImages.interlacedPng(SmallHeap.large())));
    command.add(file("sixteen.webp", TestImages.file("sixteen-megapixels.webp")));
    command.add(file("six.webp", TestImages.file("six-megapixels-lossless.webp")));
    Path output = folder.resolve("output.txt");

    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();

    boolean ended = process.waitFor(MINUTES, TimeUnit.MINUTES);
    process.destroyForcibly();
    assertThat(ended).isTrue();
    assertThat(Files.readString(output, StandardCharsets.UTF_8).strip()).endsWith("all of them");
    assertThat(process.exitValue()).isZero();
  }

  private String file(String name, byte[] bytes) throws IOException {
    File file = Files.write(folder.resolve(name), bytes).toFile();
    return file.getPath();
  }

  private static BufferedImage rgb(BufferedImage image) {
    BufferedImage copy =
        new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = copy.createGraphics();
    graphics.drawImage(image, 0, 0, null);
    graphics.dispose();
    return copy;
  }

  private static BufferedImage rgb(int width, int height) {
    return rgb(TestImages.squares(width, height, BufferedImage.TYPE_BYTE_INDEXED));
  }
}
