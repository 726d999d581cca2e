package org.visavis.web.admin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A file between its dry run and its import: kept in the form that the administrator sends back,
 * compressed (RFC 1952) and as text (RFC 4648), so that the server need not remember it. Whoever
 * alters it on the way can do no more than with another file.
 */
final class Staged {

  private Staged() {}

  /** Answers the text that holds that file. */
  static String of(byte[] file) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(file);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory takes all bytes", e);
    }
    return Base64.getEncoder().encodeToString(compressed.toByteArray());
  }

  /**
   * Answers the file that the text holds. Never takes up more than a little over {@code most}
   * bytes, whatever the text would unpack to.
   *
   * @param most the most bytes that the file may have
   * @return empty when the text holds no file, only a part of one, or one that is larger
   */
  static Optional<byte[]> read(String text, int most) {
    try (GZIPInputStream gzip =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
      byte[] file = gzip.readNBytes(most + 1);
      return file.length > most ? Optional.empty() : Optional.of(file);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
