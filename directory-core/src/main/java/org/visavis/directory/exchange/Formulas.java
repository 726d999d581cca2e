package org.visavis.directory.exchange;

import java.util.regex.Pattern;

/**
 * Keeps cells from being run as formulas by a spreadsheet: one that begins as a formula does gets
 * an apostrophe in front, which reading takes away again. Thread-safe.
 */
final class Formulas {

  private static final Pattern DANGEROUS = Pattern.compile("(?s)'*[=+\\-@\\t\\r\\n＝＋－＠].*");

  private Formulas() {}

  static String disarmed(String cell) {
    return DANGEROUS.matcher(cell).matches() ? "'" + cell : cell;
  }

  static String read(String cell) {
    return cell.startsWith("'") && DANGEROUS.matcher(cell).matches() ? cell.substring(1) : cell;
  }
}
