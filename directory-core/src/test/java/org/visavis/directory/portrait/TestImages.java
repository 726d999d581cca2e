package org.visavis.directory.portrait;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images that the tests make themselves, good and nasty ones. */
final class TestImages {

  private TestImages() {}

  /** Four squares: red and green above, blue and white below. */
  static BufferedImage squares(int width, int height, int type) {
    BufferedImage image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    Color[] colours = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};
    for (int i = 0; i < colours.length; i++) {
      graphics.setColor(colours[i]);
      graphics.fillRect(i % 2 * width / 2, i / 2 * height / 2, (width + 1) / 2, (height + 1) / 2);
    }
    graphics.dispose();
    return image;
  }

  static BufferedImage squares(int width, int height) {
    return squares(width, height, BufferedImage.TYPE_INT_RGB);
  }

  /** From black above to white below. */
  static BufferedImage bands(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setPaint(new GradientPaint(0, 0, Color.BLACK, 0, height, Color.WHITE));
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return image;
  }

  static byte[] png(BufferedImage image) {
    return encoded(image, "png");
  }

  static byte[] jpeg(BufferedImage image) {
    return encoded(image, "jpeg");
  }

  private static byte[] encoded(BufferedImage image, String format) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image, format, stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  static byte[] progressiveJpeg(BufferedImage image) {
    return written("jpeg", new IIOImage(image, null, null), true);
  }

  static byte[] interlacedPng(BufferedImage image) {
    return written("png", new IIOImage(image, null, null), true);
  }

  /** A JPEG of four inks as programs for print write it, in one colour. */
  static byte[] inksJpeg(int side, int... whiteLeft) {
    WritableRaster raster = Raster.createInterleavedRaster(0, side, side, 4, null);
    for (int y = 0; y < side; y++) {
      for (int x = 0; x < side; x++) {
        raster.setPixel(x, y, whiteLeft);
      }
    }
    return written("jpeg", new IIOImage(raster, null, null), false);
  }

  private static byte[] written(String format, IIOImage image, boolean progressive) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam param = writer.getDefaultWriteParam();
      if (progressive) {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.write(null, image, param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  static BufferedImage decoded(byte[] image) {
    try {
      return ImageIO.read(new ByteArrayInputStream(image));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] file(String name) {
    return resource("/portrait/" + name);
  }

  static byte[] resource(String path) {
    try (InputStream in = TestImages.class.getResourceAsStream(path)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says in EXIF how the camera was held, and where. */
  static byte[] held(byte[] jpeg, int orientation, boolean littleEndian) {
    return inserted(
        jpeg, 2, segment(0xe1, concat(text("Exif\0\0"), exif(orientation, littleEndian))));
  }

  static byte[] exif(int orientation, boolean littleEndian) {
    byte[] place = text("48.1372N 11.5755E\0");
    int[][] entries = {{0x010e, 2, place.length, 38}, {0x0112, 3, 1, orientation}};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(text(littleEndian ? "II*\0" : "MM\0*"));
    number(out, 8, 4, littleEndian);
    number(out, entries.length, 2, littleEndian);
    for (int[] entry : entries) {
      number(out, entry[0], 2, littleEndian);
      number(out, entry[1], 2, littleEndian);
      number(out, entry[2], 4, littleEndian);
      if (entry[1] == 3) {
        number(out, entry[3], 2, littleEndian);
        number(out, 0, 2, littleEndian);
      } else {
        number(out, entry[3], 4, littleEndian);
      }
    }
    number(out, 0, 4, littleEndian);
    out.writeBytes(place);
    return out.toByteArray();
  }

  private static void number(ByteArrayOutputStream out, int value, int size, boolean littleEndian) {
    for (int i = 0; i < size; i++) {
      out.write(value >>> 8 * (littleEndian ? i : size - 1 - i));
    }
  }

  static byte[] segment(int marker, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xff);
    out.write(marker);
    number(out, content.length + 2, 2, false);
    out.writeBytes(content);
    return out.toByteArray();
  }

  /** A chunk of a PNG, with a true check sum. */
  static byte[] chunk(String type, byte[] content) {
    byte[] covered = concat(text(type), content);
    CRC32 sum = new CRC32();
    sum.update(covered);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    number(out, content.length, 4, false);
    out.writeBytes(covered);
    number(out, (int) sum.getValue(), 4, false);
    return out.toByteArray();
  }

  /** A PNG of zeros, which is small however many pixels it has. */
  static byte[] blankPng(int width, int height) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    number(header, width, 4, false);
    number(header, height, 4, false);
    header.writeBytes(new byte[] {8, 2, 0, 0, 0});
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try (DataOutputStream rows = new DataOutputStream(new DeflaterOutputStream(data))) {
      byte[] row = new byte[1 + 3 * width];
      for (int y = 0; y < height; y++) {
        rows.write(row);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return concat(
        text("\u0089PNG\r\n\u001a\n"),
        chunk("IHDR", header.toByteArray()),
        chunk("IDAT", data.toByteArray()),
        chunk("IEND", new byte[0]));
  }

  /** Says another size in the header of a JPEG. */
  static byte[] resized(byte[] jpeg, int width, int height) {
    byte[] copy = jpeg.clone();
    for (int at = 2; at < copy.length - 9; at++) {
      int kind = copy[at + 1] & 0xff;
      if ((copy[at] & 0xff) == 0xff && (kind == 0xc0 || kind == 0xc2)) {
        copy[at + 5] = (byte) (height >> 8);
        copy[at + 6] = (byte) height;
        copy[at + 7] = (byte) (width >> 8);
        copy[at + 8] = (byte) width;
        return copy;
      }
    }
    throw new IllegalArgumentException("No frame");
  }

  static byte[] inserted(byte[] file, int at, byte[] more) {
    return concat(Arrays.copyOf(file, at), more, Arrays.copyOfRange(file, at, file.length));
  }

  static byte[] truncated(byte[] file, int missing) {
    return Arrays.copyOf(file, file.length - missing);
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  static byte[] text(String latin1) {
    return latin1.getBytes(StandardCharsets.ISO_8859_1);
  }
}
