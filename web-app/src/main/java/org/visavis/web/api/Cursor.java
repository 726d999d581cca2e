package org.visavis.web.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.directory.Match;

/**
 * Where a list goes on: behind the last person whom the asker has seen, even when people before it
 * have come or gone meanwhile. Immutable.
 *
 * @param offset how many people had been answered
 * @param last the last of them
 */
record Cursor(int offset, EmployeeId last) {

  /** How far from where it was the last person is looked for. */
  static final int REACH = 50;

  /**
   * Reads the text form.
   *
   * @throws IllegalArgumentException when it is none
   */
  static Cursor parse(String text, Handles handles) {
    String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
    int colon = plain.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException("A cursor has two parts");
    }
    int offset = Integer.parseInt(plain.substring(0, colon));
    if (offset < 1) {
      throw new IllegalArgumentException("A cursor lies behind somebody");
    }
    return new Cursor(offset, handles.resolve(plain.substring(colon + 1)));
  }

  /** Answers the text form, in which the asker reads nothing. */
  String text(Handles handles) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((offset + ":" + handles.of(last)).getBytes(StandardCharsets.UTF_8));
  }

  /** Answers where to look for the last person. */
  int windowStart() {
    return Math.max(0, offset - 1 - REACH);
  }

  /** Answers where the list goes on, when these people are there now from {@link #windowStart}. */
  int next(List<Match> window) {
    for (int i = 0; i < window.size(); i++) {
      if (window.get(i).profile().id().equals(last)) {
        return windowStart() + i + 1;
      }
    }
    // The last person has gone: the next one stands in his or her place.
    return offset - 1;
  }
}
