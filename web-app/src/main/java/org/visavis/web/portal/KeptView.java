package org.visavis.web.portal;

import java.util.Locale;
import org.visavis.web.pages.View;

/**
 * Says why a request was not sent, and gives back what was typed.
 *
 * @param reason why
 * @param subject what it was about; may be empty
 * @param message the message; may be empty
 */
public record KeptView(Reason reason, String subject, String message) implements View {

  @Override
  public String template() {
    return "portal/kept.jte";
  }

  /** Why nothing was sent. */
  public enum Reason {
    /** The chosen person is not shown any more, or never was. */
    GONE,
    /** Something else was sent from the same form before. */
    SENT_BEFORE;

    /** The word in keys, for example {@code sent-before}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
