package org.visavis.routing.spi;

import org.visavis.routing.Lease;
import org.visavis.routing.WaitlistEntry;

/**
 * Writes to those who wait for somebody, within the transaction in which it happens: the place to
 * write an outbox. Thread-safe.
 */
public interface WaitlistObserver {

  /**
   * Asks the owner of an address whether he or she has asked. An exception fails the joining.
   *
   * @param entry the entry, which waits for that
   */
  void asked(WaitlistEntry entry);

  /**
   * Tells that there is room, and that it is held. An exception leaves the entry where it was.
   *
   * @param entry the entry, which is gone
   * @param lease the room
   */
  void free(WaitlistEntry entry, Lease lease);
}
