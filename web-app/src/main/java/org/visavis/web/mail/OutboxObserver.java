package org.visavis.web.mail;

import java.util.List;
import org.visavis.routing.Request;
import org.visavis.routing.TimelineEvent;
import org.visavis.routing.spi.RequestObserver;

/**
 * Writes to customers and employees when something happens to a request: within its transaction, so
 * that a request that was acknowledged has its mails, and one that was not has none. Thread-safe.
 */
final class OutboxObserver implements RequestObserver {

  private final Letters letters;
  private final OutgoingMail mail;

  OutboxObserver(Letters letters, OutgoingMail mail) {
    this.letters = letters;
    this.mail = mail;
  }

  @Override
  public void happened(Request request, List<TimelineEvent> events) {
    mail.send(letters.about(request, events));
  }
}
