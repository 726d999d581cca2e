package org.visavis.directory.exchange;

import java.io.Serial;
import java.util.Optional;
import org.visavis.directory.ImportedPeople.Reason;
import org.visavis.directory.ImportedPeople.Refusal;

/**
 * Thrown within this package for a cell that keeps its row from being taken; readers answer it as a
 * refusal.
 */
final class BadCellException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private static final int MAX_DETAIL = 80;
  private static final int MAX_QUOTED = 40;

  private final String column;
  private final Reason reason;

  private BadCellException(String column, Reason reason, String detail) {
    super(detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL - 1) + "…" : detail);
    this.column = column;
    this.reason = reason;
  }

  static BadCellException missing(String column) {
    return new BadCellException(column, Reason.MISSING, "");
  }

  static BadCellException duplicate(String column, String value) {
    return new BadCellException(column, Reason.DUPLICATE_ID, quoted(value));
  }

  static BadCellException malformed(String column, String value) {
    return new BadCellException(column, Reason.MALFORMED, quoted(value));
  }

  static BadCellException tooLong(String column, int length, int most) {
    return new BadCellException(column, Reason.TOO_LONG, length + " > " + most);
  }

  Refusal at(int line) {
    return new Refusal(line, Optional.of(column), reason, String.valueOf(getMessage()));
  }

  /** The beginning of a value, enough to find it in the file. */
  private static String quoted(String value) {
    String oneLine = value.replaceAll("\\s+", " ");
    return oneLine.length() > MAX_QUOTED ? oneLine.substring(0, MAX_QUOTED) + "…" : oneLine;
  }
}
