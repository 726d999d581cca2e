package org.visavis.directory.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
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
 * The rows of a CSV file (RFC 4180), separated by whichever of comma, semicolon and tab the header
 * has most of. Not thread-safe.
 */
final class CsvRows implements AutoCloseable {

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private long lineBefore;

  private CsvRows(CSVParser parser) {
    this.parser = parser;
    this.records = parser.iterator();
    this.lineBefore = parser.getCurrentLineNumber();
  }

  /**
   * Opens a file.
   *
   * @throws UnreadableFileException when the file is too large, is no text, or its header is broken
   */
  static CsvRows of(InputStream file) {
    String text = FileText.of(file);
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

  /** Looks at the header as far as it is not within quotation marks. */
  private static char delimiter(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    String bare = header.replaceAll("\"[^\"]*\"", "");
    char most = ',';
    long count = count(bare, ',');
    for (char other : new char[] {';', '\t'}) {
      if (count(bare, other) > count) {
        most = other;
        count = count(bare, other);
      }
    }
    return most;
  }

  private static long count(String text, char letter) {
    return text.chars().filter(c -> c == letter).count();
  }
}
