package org.visavis.web.pages;

import java.util.List;
import java.util.Set;

/**
 * A page that says what went wrong and what to do next. A person who is hidden and one who does not
 * exist get the same page.
 *
 * @param status the HTTP status: 400, 403, 404, 409, 413, 429 or 500; others are shown as 400 or
 *     500
 * @param details more, if it helps; never anything about a hidden person
 * @param reference what to quote when asking for help, or an empty string
 */
public record ErrorView(int status, List<Phrase> details, String reference) implements View {

  private static final Set<Integer> KNOWN = Set.of(400, 403, 404, 409, 413, 429, 500);

  /** Copies the details. */
  public ErrorView {
    details = List.copyOf(details);
  }

  /** An error page without details. */
  public static ErrorView of(int status) {
    return new ErrorView(status, List.of(), "");
  }

  /** The status whose words are used. */
  public int shownStatus() {
    return KNOWN.contains(status) ? status : status >= 500 ? 500 : 400;
  }

  @Override
  public String template() {
    return "pages/error.jte";
  }
}
