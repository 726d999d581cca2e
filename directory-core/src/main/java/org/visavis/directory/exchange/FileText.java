package org.visavis.directory.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.visavis.directory.ImportedPeople.Reason;

/**
 * Reads a file as text: UTF-8 with or without a byte order mark, UTF-16 with one, else
 * Windows-1252. Says which line is at fault when it is none of these. Thread-safe.
 */
final class FileText {

  /** The largest file that is read, in bytes: 64 MB. */
  static final int MAX_BYTES = 64 * 1024 * 1024;

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final char UNDEFINED = '\uFFFD';

  private FileText() {}

  /**
   * Answers the text of a file, without a byte order mark.
   *
   * @throws UnreadableFileException when it is empty, too large, or no text
   */
  static String of(InputStream file) {
    return of(file, MAX_BYTES);
  }

  static String of(InputStream file, int maxBytes) {
    byte[] bytes = bytes(file, maxBytes);
    String text = decoded(bytes);
    if (text.isBlank()) {
      throw new UnreadableFileException(1, Reason.EMPTY, "The file is empty");
    }
    int strange = firstControl(text);
    if (strange >= 0) {
      throw noText(text.substring(0, strange));
    }
    return text;
  }

  private static UnreadableFileException noText(String before) {
    return new UnreadableFileException(
        lines(before), Reason.NO_TEXT, "The file is no text in UTF-8, UTF-16 or Windows-1252");
  }

  private static byte[] bytes(InputStream file, int maxBytes) {
    try {
      // A file says at once how long it is; nothing of one that is too long is read.
      byte[] bytes = file.available() > maxBytes ? null : file.readNBytes(maxBytes + 1);
      if (bytes == null || bytes.length > maxBytes) {
        throw new UnreadableFileException(
            1,
            Reason.TOO_LARGE,
            "The file has more than " + maxBytes / 1_048_576 + " MB; please split it");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("The file could not be read to its end", e);
    }
  }

  private static String decoded(byte[] bytes) {
    if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
      return strict(bytes, StandardCharsets.UTF_16);
    }
    if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
      return strict(bytes, StandardCharsets.UTF_8).substring(1);
    }
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    int broken = firstBroken(bytes, StandardCharsets.UTF_8, text);
    if (broken < 0) {
      return text.flip().toString();
    }
    if (isUtf8Mostly(bytes, broken)) {
      throw brokenAt(text.flip().toString());
    }
    return new String(bytes, WINDOWS);
  }

  private static String strict(byte[] bytes, Charset charset) {
    CharBuffer text = CharBuffer.allocate(bytes.length + 1);
    if (firstBroken(bytes, charset, text) >= 0) {
      throw brokenAt(text.flip().toString());
    }
    return text.flip().toString();
  }

  private static UnreadableFileException brokenAt(String before) {
    return new UnreadableFileException(
        lines(before),
        Reason.NO_TEXT,
        "The file is cut off in the midst of a letter, or has more than one encoding");
  }

  /** Where the bytes are not of a charset; what comes before is put into the text. */
  private static int firstBroken(byte[] bytes, Charset charset, CharBuffer text) {
    CharsetDecoder decoder = charset.newDecoder();
    ByteBuffer input = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(input, text, true);
    if (!result.isError()) {
      result = decoder.flush(text);
    }
    return result.isError() ? input.position() : -1;
  }

  /**
   * Whether a file that is broken somewhere is UTF-8 all the same: no other encoding has whole
   * letters of it by accident, but for a very few.
   */
  private static boolean isUtf8Mostly(byte[] bytes, int broken) {
    int letters = 0;
    int strays = 0;
    for (int i = 0; i < bytes.length; i++) {
      int first = bytes[i] & 0xFF;
      if (first < 0x80) {
        continue;
      }
      int more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : first >= 0xC2 ? 1 : 0;
      if (more > 0 && first < 0xF5 && continues(bytes, i + 1, more)) {
        letters++;
        i += more;
      } else if (i + 1 + more <= bytes.length || more == 0 || i != broken) {
        strays++;
      }
    }
    return letters > strays;
  }

  private static boolean continues(byte[] bytes, int from, int count) {
    for (int i = from; i < from + count; i++) {
      if (i >= bytes.length || (bytes[i] & 0xC0) != 0x80) {
        return false;
      }
    }
    return true;
  }

  private static boolean begins(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /** Where the first letter is that no text has: pictures and programs are full of them. */
  private static int firstControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean white = letter == '\t' || letter == '\n' || letter == '\r' || letter == '\f';
      if ((letter < ' ' && !white) || letter == UNDEFINED) {
        return i;
      }
    }
    return -1;
  }

  private static int lines(String before) {
    return 1 + (int) before.chars().filter(letter -> letter == '\n').count();
  }
}
