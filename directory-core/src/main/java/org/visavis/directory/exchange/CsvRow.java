package org.visavis.directory.exchange;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of a CSV file.
 *
 * @param line the line of the file where the row begins, from 1
 * @param cells its cells
 */
record CsvRow(int line, CSVRecord cells) {

  private static final Pattern LIST_SEPARATOR = Pattern.compile(";");

  /** The cell of a column without the space around it; empty where the file has no such column. */
  String cell(Map<String, Integer> header, String column) {
    Integer position = header.get(column);
    return position == null || position >= cells.size() ? "" : cells.get(position).strip();
  }

  /**
   * The entries of a cell that holds a list, separated by semicolons; each once, without empty
   * ones.
   */
  List<String> list(Map<String, Integer> header, String column) {
    return Arrays.stream(LIST_SEPARATOR.split(cell(header, column), -1))
        .map(String::strip)
        .filter(entry -> !entry.isEmpty())
        .distinct()
        .toList();
  }
}
