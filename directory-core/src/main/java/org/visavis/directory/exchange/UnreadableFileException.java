package org.visavis.directory.exchange;

import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.ImportedPeople.Reason;
import org.visavis.directory.ImportedPeople.Refusal;

/**
 * Thrown within this package when a file cannot be read from a line on; readers answer it as a
 * refusal.
 */
final class UnreadableFileException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int line;
  private final Reason reason;

  UnreadableFileException(int line, String message) {
    this(line, Reason.UNREADABLE, message);
  }

  UnreadableFileException(int line, Reason reason, String message) {
    super(message);
    this.line = line;
    this.reason = reason;
  }

  int line() {
    return line;
  }

  /** What a person needs to mend the file. */
  String detail() {
    String detail = String.valueOf(getMessage());
    return detail.length() > 80 ? detail.substring(0, 79) + "…" : detail;
  }

  Refusal refusal() {
    return new Refusal(line, Optional.empty(), reason, detail());
  }

  /** What a file says of which nothing can be read. */
  ImportedPeople nothing() {
    return new ImportedPeople(0, Set.of(), List.of(), List.of(refusal()), List.of());
  }
}
