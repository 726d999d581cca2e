package org.visavis.directory.exchange;

import java.io.Serial;

/**
 * Thrown within this package when a file cannot be read from a line on; readers answer it as a
 * refusal.
 */
final class UnreadableFileException extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private final int line;

  UnreadableFileException(int line, String message) {
    super(message);
    this.line = line;
  }

  int line() {
    return line;
  }

  /** What a person needs to mend the file. */
  String detail() {
    return String.valueOf(getMessage());
  }
}
