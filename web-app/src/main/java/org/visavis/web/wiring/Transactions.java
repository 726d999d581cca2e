package org.visavis.web.wiring;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;

/**
 * Does something within one transaction: all of it is kept or nothing is. For callers that cannot
 * carry {@link Transactional} themselves, such as servlets and timers. Thread-safe.
 *
 * <p>An action that lost against another transaction, and has left nothing behind, is run again a
 * few times: it must not change anything but what the transaction takes back.
 */
@ApplicationScoped
public class Transactions {

  private static final String ROLLED_BACK = "40";
  private static final String UNIQUE_VIOLATION = "23505";

  private static final RetryPolicy<Object> AFTER_A_CONFLICT =
      RetryPolicy.builder()
          .handleIf(Transactions::isConflict)
          .withMaxRetries(5)
          .withDelay(2, 30, ChronoUnit.MILLIS)
          .build();

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry current;

  @Inject private OneTransaction one;
  @Inject private AfterCommit afterCommit;

  /**
   * Answers what the action answers, once it is committed. Joins the caller's transaction where
   * there is one, and then leaves running it again to that caller. Whatever the action throws takes
   * everything back and comes out unchanged.
   */
  public <T> T call(Supplier<T> action) {
    if (current.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
      return action.get();
    }
    return apart(action);
  }

  /** Runs the action like {@link #call}. */
  public void run(Runnable action) {
    if (current.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
      action.run();
      return;
    }
    runApart(action);
  }

  /** Runs the action in a transaction of its own, whatever becomes of the caller's. */
  public void runApart(Runnable action) {
    apart(
        () -> {
          action.run();
          return true;
        });
  }

  private <T> T apart(Supplier<T> action) {
    return Failsafe.with(AFTER_A_CONFLICT)
        .get(() -> afterCommit.afterwards(() -> one.call(action)));
  }

  /** Nothing was kept, and the next try sees what the other transaction did. */
  static boolean isConflict(Throwable failure) {
    for (Throwable at = failure; at != null; at = at.getCause()) {
      if (at instanceof OptimisticLockException
          || at instanceof RollbackException
          || (at instanceof SQLException sql && isConflict(sql.getSQLState()))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isConflict(String sqlState) {
    return sqlState != null
        && (sqlState.startsWith(ROLLED_BACK) || sqlState.equals(UNIQUE_VIOLATION));
  }

  /** One try. */
  @ApplicationScoped
  static class OneTransaction {

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    <T> T call(Supplier<T> action) {
      return action.get();
    }
  }
}
