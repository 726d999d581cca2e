package org.visavis.directory.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * The rows of a CSV file (RFC 4180): UTF-8 with or without a byte order mark, else Windows-1252;
 * separated by commas or, where the header has more of them, semicolons. Not thread-safe.
 */
final class CsvRows implements AutoCloseable {

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long lineBefore;

  private CsvRows(CSVParser parser) {
    this.parser = parser;
    this.records = parser.iterator();
    this.lineBefore = parser.getCurrentLineNumber();
  }

  /**
   * Opens a file of at most that many bytes.
   *
   * @throws UnreadableFileException when the file is too large, is no text, or its header is broken
   */
  static CsvRows of(InputStream file, int maxBytes) {
    String text = decoded(bytes(file, maxBytes));
    if (text.isBlank()) {
      throw new UnreadableFileException(1, "The file is empty");
    }
    if (text.indexOf('\0') >= 0) {
      throw new UnreadableFileException(1, "The file is no text in UTF-8 or Windows-1252");
    }
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter(text))
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setAllowMissingColumnNames(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_EMPTY)
            .setIgnoreEmptyLines(true)
            .get();
    try {
      return new CsvRows(
          CSVParser.builder().setReader(new StringReader(text)).setFormat(format).get());
    } catch (IOException | UncheckedIOException e) {
      throw new UnreadableFileException(1, "The header has a quotation mark that is not closed");
    } catch (IllegalArgumentException e) {
      throw new UnreadableFileException(1, "The header names a column twice");
    }
  }

  /**
   * The names of the columns as the file writes them, each with its position; found in any case.
   */
  Map<String, Integer> header() {
    Map<String, Integer> header = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    parser
        .getHeaderMap()
        .forEach((name, position) -> header.put(name.strip().toLowerCase(Locale.ROOT), position));
    return header;
  }

  /** The names of the columns as the file writes them, in its order. */
  List<String> headerNames() {
    return parser.getHeaderNames().stream().map(String::strip).toList();
  }

  /**
   * The next row; empty at the end of the file.
   *
   * @throws UnreadableFileException when the file cannot be read from here on
   */
  Optional<CsvRow> next() {
    int line = (int) Math.min(Integer.MAX_VALUE, lineBefore + 1);
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CSVRecord read = records.next();
      lineBefore = parser.getCurrentLineNumber();
      return Optional.of(new CsvRow(line, read));
    } catch (UncheckedIOException | IllegalStateException e) {
      throw new UnreadableFileException(line, "A quotation mark that opens here is not closed");
    }
  }

  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException("A text in memory is always closed", e);
    }
  }

  private static byte[] bytes(InputStream file, int maxBytes) {
    try {
      byte[] bytes = file.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new UnreadableFileException(
            1, "The file has more than " + maxBytes / 1_048_576 + " MB; please split it");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("The file could not be read to its end", e);
    }
  }

  private static String decoded(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, WINDOWS);
    }
  }

  private static char delimiter(String text) {
    String header = text.lines().findFirst().orElse("");
    long semicolons = header.chars().filter(c -> c == ';').count();
    long commas = header.chars().filter(c -> c == ',').count();
    return semicolons > commas ? ';' : ',';
  }
}
