package org.visavis.directory.exchange;

import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * One row of a CSV file.
 *
 * @param line the line of the file where the row begins, from 1
 * @param cells its cells
 */
record CsvRow(int line, CSVRecord cells) {

  /** The cell of a column without the space around it; empty where the file has no such column. */
  String cell(Map<String, Integer> header, String column) {
    Integer position = header.get(column);
    return position == null || position >= cells.size()
        ? ""
        : Formulas.read(cells.get(position).strip());
  }
}
