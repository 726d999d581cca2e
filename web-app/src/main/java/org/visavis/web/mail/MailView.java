package org.visavis.web.mail;

import java.time.Instant;
import org.visavis.web.pages.View;

/**
 * One mail of the demo's mail box.
 *
 * @param from who sends it
 * @param to who gets it
 * @param subject its subject
 * @param at when it was written
 * @param text the plain text; addresses of the web in it become links
 */
public record MailView(String from, String to, String subject, Instant at, String text)
    implements View {

  @Override
  public String template() {
    return "mail/mail.jte";
  }
}
