package org.visavis.web.mail;

import java.time.Instant;
import java.util.List;
import org.visavis.web.pages.View;

/**
 * The demo's mail box: every mail the portal would have sent.
 *
 * @param mails the mails, newest first
 */
public record MailListView(List<Line> mails) implements View {

  /** Copies the list. */
  public MailListView {
    mails = List.copyOf(mails);
  }

  @Override
  public String template() {
    return "mail/list.jte";
  }

  /**
   * One mail in the list; its page is {@code /{lang}/demo/mail/{id}}.
   *
   * @param id the mail's id
   * @param to who gets it
   * @param subject its subject
   * @param at when it was written
   */
  public record Line(String id, String to, String subject, Instant at) {}
}
