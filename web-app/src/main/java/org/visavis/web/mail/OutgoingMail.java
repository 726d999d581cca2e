package org.visavis.web.mail;

import java.util.List;
import org.visavis.web.jobs.Jobs;

/**
 * Puts mails into the outbox and plans their sending, both within the caller's transaction.
 * Thread-safe.
 */
final class OutgoingMail {

  private final Outbox outbox;
  private final Jobs jobs;
  private final boolean sends;

  /**
   * Takes what it works with.
   *
   * @param sends whether mails are sent; else they are kept where they are
   */
  OutgoingMail(Outbox outbox, Jobs jobs, boolean sends) {
    this.outbox = outbox;
    this.jobs = jobs;
    this.sends = sends;
  }

  void send(List<Mail> mails) {
    if (mails.isEmpty()) {
      return;
    }
    outbox.add(mails, sends ? MailState.WAITING : MailState.KEPT);
    if (sends) {
      jobs.doSoon(MailDelivery.JOB, mails.stream().map(Mail::id).toList());
    }
  }
}
