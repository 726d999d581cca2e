package org.visavis.presence;

import java.util.Collection;

/**
 * Tells watchers what the public may know, as it changes: the decisions for {@link
 * Audience#PUBLIC}, in revision order. A change of something that the public cannot see is no
 * change. Thread-safe.
 */
public interface PresenceFeed {

  /**
   * Registers a watcher, then delivers the current state of everybody who is shown (or, when the
   * revision is recent, the last state of everybody who has changed since), then every change. A
   * person who changed twice before a slow watcher looked is delivered once, in the last state.
   *
   * @param sinceRevision the last revision that the watcher has seen, or 0 for none
   * @param watcher is called by one thread at a time and must not block for long
   */
  Subscription watch(long sinceRevision, Watcher watcher);

  /** Answers the revision of the latest change; 0 before the first. */
  long revision();

  /** Receives changes. */
  @FunctionalInterface
  interface Watcher {

    /**
     * Takes what has changed since the last call, in revision order.
     *
     * @param changes at most one for each person
     * @param snapshot whether these are the whole state: everybody who is not in it is not shown
     */
    void changed(Collection<PresenceChange> changes, boolean snapshot);
  }

  /** A watcher's registration. */
  interface Subscription extends AutoCloseable {

    /** Ends the deliveries; idempotent. */
    @Override
    void close();
  }
}
