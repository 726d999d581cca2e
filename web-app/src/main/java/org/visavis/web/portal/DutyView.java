package org.visavis.web.portal;

import java.time.Instant;
import java.util.Locale;
import org.visavis.web.pages.View;

/**
 * What became of a request to a department, until somebody has taken it on. The form posts to
 * {@code /{lang}/requests/{token}/withdraw}.
 *
 * @param token the secret part of the link
 * @param step how far it is
 * @param department the department's name
 * @param subject what it is about
 * @param message what was written
 * @param until when it ends if nobody takes it on
 */
public record DutyView(
    String token, Step step, String department, String subject, String message, Instant until)
    implements View {

  @Override
  public String template() {
    return "portal/duty.jte";
  }

  /** How far it is. */
  public enum Step {
    /** Somebody is looked for. */
    ASKING,
    /** The customer took it back. */
    WITHDRAWN,
    /** Nobody took it on. */
    ENDED;

    /** The word in keys: small letters. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
