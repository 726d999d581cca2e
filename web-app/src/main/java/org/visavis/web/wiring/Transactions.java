package org.visavis.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/**
 * Does something within one transaction: all of it is kept or nothing is. For callers that cannot
 * carry {@link Transactional} themselves, such as servlets and timers. Thread-safe.
 */
@ApplicationScoped
public class Transactions {

  /**
   * Answers what the action answers, once it is committed. Joins the caller's transaction where
   * there is one. Whatever the action throws takes everything back and comes out unchanged.
   */
  @Transactional
  public <T> T call(Supplier<T> action) {
    return action.get();
  }

  /** Runs the action like {@link #call}. */
  @Transactional
  public void run(Runnable action) {
    action.run();
  }

  /** Runs the action in a transaction of its own, whatever becomes of the caller's. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public void runApart(Runnable action) {
    action.run();
  }
}
