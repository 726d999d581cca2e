package org.visavis.presence;

import java.util.Collection;
import org.visavis.directory.Audience;

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
   * <p>Watchers are called by the executor that the owner of the feed has given. A watcher that
   * throws is dropped with a warning in the log.
   *
   * @param sinceRevision the last revision that the watcher has seen, or 0 for none
   * @param watcher is called by one thread at a time; the first call always comes, even without a
   *     change
   */
  Subscription watch(long sinceRevision, Watcher watcher);

  /**
   * Answers the revision of the latest change. Revisions grow by one with each change and begin
   * above those of an earlier start, so that nobody resumes in the wrong life; they do not compare
   * across nodes.
   */
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

    /** Ends the deliveries; one that is under way on another thread still ends. Idempotent. */
    @Override
    void close();
  }
}
