package org.visavis.web.mail;

import java.util.List;
import org.visavis.routing.Lease;
import org.visavis.routing.WaitlistEntry;
import org.visavis.routing.spi.WaitlistObserver;

/**
 * Writes to those who wait for somebody, within the transaction in which the entry changes: who was
 * told has a mail, and who was not has none. Thread-safe.
 */
final class WaitlistMails implements WaitlistObserver {

  private final WaitlistLetters letters;
  private final OutgoingMail mail;

  WaitlistMails(WaitlistLetters letters, OutgoingMail mail) {
    this.letters = letters;
    this.mail = mail;
  }

  @Override
  public void asked(WaitlistEntry entry) {
    mail.send(List.of(letters.confirmation(entry)));
  }

  @Override
  public void free(WaitlistEntry entry, Lease lease) {
    mail.send(List.of(letters.free(entry, lease)));
  }
}
