package org.visavis.directory.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.visavis.directory.portrait.TestImages.concat;
import static org.visavis.directory.portrait.TestImages.decoded;
import static org.visavis.directory.portrait.TestImages.file;
import static org.visavis.directory.portrait.TestImages.held;
import static org.visavis.directory.portrait.TestImages.inserted;
import static org.visavis.directory.portrait.TestImages.jpeg;
import static org.visavis.directory.portrait.TestImages.png;
import static org.visavis.directory.portrait.TestImages.segment;
import static org.visavis.directory.portrait.TestImages.squares;
import static org.visavis.directory.portrait.TestImages.text;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.directory.PortraitImage;
import org.visavis.directory.portrait.NastyFiles.Nasty;

/** Photographs become portraits, and everything else is refused with a reason. */
class PortraitProcessorTest {

  private static final int RED = 0xff0000;
  private static final int GREEN = 0x00ff00;
  private static final int BLUE = 0x0000ff;
  private static final int WHITE = 0xffffff;

  private final PortraitProcessor processor = PortraitProcessor.create();

  private List<PortraitImage> accepted(byte[] file) {
    return processor
        .process(file)
        .fold(
            PortraitResult.Accepted::images,
            refused -> {
              throw new AssertionError(refused.reason());
            });
  }

  private BufferedImage largest(byte[] file) {
    List<PortraitImage> images = accepted(file);
    return decoded(images.get(images.size() - 1).bytes());
  }

  /** Looks at the middle of each quarter: left above, right above, left below, right below. */
  private static void assertQuarters(BufferedImage image, int... colours) {
    int quarter = image.getWidth() / 4;
    for (int i = 0; i < colours.length; i++) {
      int x = i % 2 == 0 ? quarter : 3 * quarter;
      int y = i / 2 == 0 ? quarter : 3 * quarter;
      assertClose(image.getRGB(x, y), colours[i], "quarter " + i);
    }
  }

  private static void assertClose(int actual, int expected, String what) {
    for (int shift : new int[] {0, 8, 16}) {
      assertThat(actual >> shift & 0xff)
          .as(what + " of " + Integer.toHexString(actual))
          .isBetween((expected >> shift & 0xff) - 12, (expected >> shift & 0xff) + 12);
    }
  }

  @Test
  void aPhotographComesOutSquareInEverySize() {
    List<PortraitImage> images = accepted(jpeg(squares(1_000, 1_200)));

    assertThat(images).extracting(PortraitImage::side).containsExactly(96, 192, 384, 768);
    for (PortraitImage image : images) {
      assertThat(image.mediaType()).isEqualTo("image/jpeg");
      BufferedImage pixels = decoded(image.bytes());
      assertThat(pixels.getWidth()).isEqualTo(image.side());
      assertThat(pixels.getHeight()).isEqualTo(image.side());
    }
  }

  @ParameterizedTest
  @CsvSource({"96, 96", "115, 96", "130, 130", "400, 384", "500, 500", "767, 767", "4000, 768"})
  void noImageIsLargerThanThePictureThatCame(int side, int largest) {
    assertThat(largest(png(squares(side, side))).getWidth()).isEqualTo(largest);
  }

  @ParameterizedTest
  @CsvSource({
    "1, ff0000, 00ff00, 0000ff, ffffff",
    "2, 00ff00, ff0000, ffffff, 0000ff",
    "3, ffffff, 0000ff, 00ff00, ff0000",
    "4, 0000ff, ffffff, ff0000, 00ff00",
    "5, ff0000, 0000ff, 00ff00, ffffff",
    "6, 0000ff, ff0000, ffffff, 00ff00",
    "7, ffffff, 00ff00, 0000ff, ff0000",
    "8, 00ff00, ffffff, ff0000, 0000ff"
  })
  void aPhotographIsTurnedUpright(int held, String a, String b, String c, String d) {
    int[] colours = Stream.of(a, b, c, d).mapToInt(each -> Integer.parseInt(each, 16)).toArray();
    byte[] photo = jpeg(squares(300, 300));

    assertQuarters(largest(held(photo, held, true)), colours);
    assertQuarters(largest(held(photo, held, false)), colours);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 77, 65_535})
  void anOrientationThatDoesNotExistIsUpright(int held) {
    assertQuarters(largest(held(jpeg(squares(300, 300)), held, true)), RED, GREEN, BLUE, WHITE);
  }

  @Test
  void anOrientationIsReadInPngAndWebpToo() {
    byte[] drawing = png(squares(300, 300));
    byte[] turned = inserted(drawing, 33, TestImages.chunk("eXIf", TestImages.exif(6, false)));

    assertQuarters(largest(turned), BLUE, RED, WHITE, GREEN);
    assertQuarters(largest(file("turned.webp")), BLUE, RED, WHITE, GREEN);
  }

  @Test
  void damagedNotesDoNotMakeAPhotographWorse() {
    byte[] photo = jpeg(squares(300, 300));
    byte[] wild = text("Exif\0\0II*\0\u00ff\u00ff\u00ff\u007f");

    assertQuarters(largest(inserted(photo, 2, segment(0xe1, wild))), RED, GREEN, BLUE, WHITE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void theSquareIsALittleAboveTheMiddleOfATallPicture(int held) {
    // Upright, the picture is dark above and light below, twice as tall as wide.
    BufferedImage upright = TestImages.bands(200, 400);
    boolean swapped = held > 4;
    BufferedImage stored =
        new BufferedImage(swapped ? 400 : 200, swapped ? 200 : 400, BufferedImage.TYPE_INT_RGB);
    Orientation orientation = Orientation.of(held);
    for (int y = 0; y < 400; y++) {
      for (int x = 0; x < 200; x++) {
        int sourceX = swapped ? y : x;
        int sourceY = swapped ? x : y;
        stored.setRGB(
            orientation.flippedX() ? stored.getWidth() - 1 - sourceX : sourceX,
            orientation.flippedY() ? stored.getHeight() - 1 - sourceY : sourceY,
            upright.getRGB(x, y));
      }
    }

    BufferedImage portrait = largest(held(jpeg(stored), held, true));

    // From row 80 to row 280 of 400.
    assertClose(portrait.getRGB(96, 2), 0x010101 * (82 * 255 / 400), "top");
    assertClose(portrait.getRGB(96, 189), 0x010101 * (278 * 255 / 400), "bottom");
  }

  @Test
  void theMiddleOfAWidePictureIsShown() {
    BufferedImage wide = new BufferedImage(600, 200, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = wide.createGraphics();
    graphics.drawImage(squares(200, 200), 200, 0, null);
    graphics.dispose();

    assertQuarters(largest(png(wide)), RED, GREEN, BLUE, WHITE);
  }

  @Test
  void nothingButThePictureIsLeft() {
    byte[] photo = held(jpeg(squares(300, 300)), 6, true);
    byte[] chatty =
        concat(inserted(photo, 2, segment(0xfe, text("Taken by Eva at home"))), text("and a film"));

    for (PortraitImage image : accepted(chatty)) {
      String bytes = new String(image.bytes(), StandardCharsets.ISO_8859_1);
      assertThat(bytes).doesNotContain("Exif", "48.1372", "Eva", "film", "ICC_PROFILE", "http");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lossy.webp", "lossless.webp"})
  void webpIsTaken(String name) {
    assertQuarters(largest(file(name)), RED, GREEN, BLUE, WHITE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"transparent.webp", "transparent-lossless.webp"})
  void whatIsTransparentLiesOnACalmGround(String name) {
    assertQuarters(largest(file(name)), RED, GREEN, BLUE, 0xd9d4dc);
  }

  @Test
  void aTransparentPngLiesOnTheSameGround() {
    BufferedImage image = squares(300, 300, BufferedImage.TYPE_INT_ARGB);
    for (int y = 150; y < 300; y++) {
      for (int x = 150; x < 300; x++) {
        image.setRGB(x, y, 0);
      }
    }

    assertQuarters(largest(png(image)), RED, GREEN, BLUE, 0xd9d4dc);
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        BufferedImage.TYPE_BYTE_GRAY,
        BufferedImage.TYPE_USHORT_GRAY,
        BufferedImage.TYPE_BYTE_BINARY,
        BufferedImage.TYPE_BYTE_INDEXED
      })
  void aPngOfAnotherDepthLooksAsItDid(int type) {
    BufferedImage image = new BufferedImage(200, 200, type);
    Graphics2D graphics = image.createGraphics();
    graphics.drawImage(squares(200, 200), 0, 0, null);
    graphics.dispose();
    byte[] drawing = png(image);
    BufferedImage plain = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 200; y++) {
      for (int x = 0; x < 200; x++) {
        int value = grey(image, x, y);
        plain.setRGB(x, y, value < 0 ? image.getRGB(x, y) : 0x010101 * value);
      }
    }

    assertQuarters(
        largest(drawing),
        plain.getRGB(50, 50),
        plain.getRGB(150, 50),
        plain.getRGB(50, 150),
        plain.getRGB(150, 150));
  }

  /** The stored number itself: Java's own view of grey is of another brightness. */
  private static int grey(BufferedImage image, int x, int y) {
    return switch (image.getType()) {
      case BufferedImage.TYPE_BYTE_GRAY -> image.getRaster().getSample(x, y, 0);
      case BufferedImage.TYPE_USHORT_GRAY -> image.getRaster().getSample(x, y, 0) >> 8;
      default -> -1;
    };
  }

  @Test
  void greyAndProgressiveJpegsAreTaken() {
    BufferedImage grey = new BufferedImage(300, 300, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 300 * 300; i++) {
      grey.getRaster().setSample(i % 300, i / 300, 0, 100);
    }

    assertQuarters(largest(jpeg(grey)), 0x646464, 0x646464, 0x646464, 0x646464);
    assertQuarters(largest(TestImages.progressiveJpeg(squares(300, 300))), RED, GREEN, BLUE, WHITE);
  }

  @Test
  void aJpegForPrintIsTaken() {
    // Adobe's way: 255 is no ink. All cyan is left out, then half of the black.
    BufferedImage cyan =
        largest(
            inserted(
                TestImages.inksJpeg(200, 0, 255, 255, 255),
                2,
                segment(0xee, text("Adobe\0d\0\0\0\0\0"))));
    BufferedImage grey =
        largest(
            inserted(
                TestImages.inksJpeg(200, 255, 255, 255, 128),
                2,
                segment(0xee, text("Adobe\0d\0\0\0\0\0"))));

    assertQuarters(cyan, 0x00ffff);
    assertQuarters(grey, 0x808080);
  }

  @Test
  void theSameFileGivesTheSameImages() {
    byte[] photo = jpeg(squares(500, 400));

    List<PortraitImage> once = accepted(photo);
    List<PortraitImage> again = accepted(photo);

    assertThat(once).hasSameSizeAs(again);
    for (int i = 0; i < once.size(); i++) {
      assertThat(once.get(i).bytes()).isEqualTo(again.get(i).bytes());
    }
  }

  @Test
  void whatACameraAppendsIsLeftOut() {
    byte[] photo = jpeg(squares(300, 300));

    assertThat(accepted(concat(photo, photo))).isNotEmpty();
    assertThat(accepted(concat(photo, text("\0\0\0\u0018ftypmp42"), new byte[5_000]))).isNotEmpty();
    assertThat(accepted(concat(file("lossy.webp"), text("\r\n")))).isNotEmpty();
  }

  @Test
  void bytesBetweenPartsDoNotMatter() {
    byte[] photo = jpeg(squares(300, 300));
    byte[] padded = inserted(photo, photo.length - 2, new byte[3]);

    assertQuarters(largest(padded), RED, GREEN, BLUE, WHITE);
  }

  static List<Nasty> nasty() {
    return NastyFiles.all();
  }

  @ParameterizedTest
  @MethodSource("nasty")
  void aNastyFileIsRefusedWithItsReason(Nasty nasty) {
    PortraitResult result = processor.process(nasty.bytes().get());

    assertThat(result).isEqualTo(new PortraitResult.Refused(nasty.reason()));
  }

  /** The decoder goes on with zeros, and took more than a minute for it. */
  @Test
  @Timeout(20)
  void aFileThatEndsLongBeforeItsPixelsDoIsRefusedSoon() {
    byte[] seed =
        TestImages.resource(
            "/org/visavis/directory/portrait/PortraitFuzzTestInputs/everyFileIsTakenOrRefused/ends-early.webp");

    assertThat(processor.process(seed))
        .isEqualTo(new PortraitResult.Refused(PortraitRefusal.BROKEN));
  }

  @Test
  void nothingGlobalIsChanged() {
    assertThat(ImageIO.getUseCache()).isTrue();
    accepted(jpeg(squares(300, 300)));
    accepted(file("lossy.webp"));

    assertThat(ImageIO.getUseCache()).isTrue();
  }

  @Test
  void theJavadocsExampleWorks() {
    byte[] file = jpeg(squares(300, 300));
    PortraitProcessor processor = PortraitProcessor.create();
    String told =
        processor
            .process(file)
            .fold(taken -> taken.images().size() + " sizes", refused -> refused.reason().code());

    assertThat(told).isEqualTo("3 sizes");
  }
}
