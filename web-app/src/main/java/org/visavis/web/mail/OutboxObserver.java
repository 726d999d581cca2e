package org.visavis.web.mail;

import java.util.List;
import org.visavis.routing.Request;
import org.visavis.routing.TimelineEvent;
import org.visavis.routing.spi.RequestObserver;
import org.visavis.web.jobs.Jobs;

/**
 * Writes to customers and employees when something happens to a request: within its transaction, so
 * that a request that was acknowledged has its mails, and one that was not has none. Thread-safe.
 */
final class OutboxObserver implements RequestObserver {

  private final Letters letters;
  private final Outbox outbox;
  private final Jobs jobs;
  private final boolean sends;

  /**
   * Takes what it works with.
   *
   * @param sends whether mails are sent; else they are kept where they are
   */
  OutboxObserver(Letters letters, Outbox outbox, Jobs jobs, boolean sends) {
    this.letters = letters;
    this.outbox = outbox;
    this.jobs = jobs;
    this.sends = sends;
  }

  @Override
  public void happened(Request request, List<TimelineEvent> events) {
    List<Mail> mails = letters.about(request, events);
    if (mails.isEmpty()) {
      return;
    }
    outbox.add(mails, sends ? MailState.WAITING : MailState.KEPT);
    if (sends) {
      jobs.doSoon(MailDelivery.JOB, mails.stream().map(Mail::id).toList());
    }
  }
}
