package org.visavis.web.wiring;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Typed;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs what must not happen before the caller's transaction has committed: the search index, what
 * is kept in memory, the live stream.
 *
 * <p>Inside a transaction a task waits for the commit and is dropped at a rollback; outside it runs
 * at once. The tasks of one transaction run one after the other, in the order they came, in the
 * committing thread. Those of {@link Transactions} run when the transaction has left the thread but
 * before its caller goes on, and may read the database, as the count of points does. Those of any
 * other transaction run while it completes, where the database is out of reach. A task that fails
 * is logged and keeps no other from running, since the commit cannot be taken back. Thread-safe.
 */
@ApplicationScoped
@Typed(AfterCommit.class)
public class AfterCommit implements Executor {
  private static final System.Logger LOG = System.getLogger(AfterCommit.class.getName());

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  /** Where the tasks of a committed transaction wait until it has left the thread. */
  private static final ThreadLocal<@Nullable List<Runnable>> COMMITTED = new ThreadLocal<>();

  @Override
  public void execute(Runnable task) {
    if (transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION) {
      task.run();
      return;
    }
    Tasks waiting = (Tasks) transactions.getResource(Tasks.class);
    if (waiting == null) {
      waiting = new Tasks();
      transactions.registerInterposedSynchronization(waiting);
      transactions.putResource(Tasks.class, waiting);
    }
    waiting.tasks.add(task);
  }

  /**
   * Answers what the action answers, after the tasks of the transactions that it began and ended.
   */
  <T> T afterwards(Supplier<T> action) {
    List<Runnable> outer = COMMITTED.get();
    List<Runnable> due = new ArrayList<>();
    COMMITTED.set(due);
    try {
      return action.get();
    } finally {
      if (outer == null) {
        COMMITTED.remove();
      } else {
        COMMITTED.set(outer);
      }
      run(due);
    }
  }

  private static void run(List<Runnable> tasks) {
    for (Runnable task : tasks) {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        LOG.log(ERROR, "A task after a commit failed; the commit stands.", e);
      }
    }
  }

  /** What waits for one transaction; used by that transaction's thread alone. */
  private static final class Tasks implements Synchronization {
    private final List<Runnable> tasks = new ArrayList<>();

    @Override
    public void beforeCompletion() {
      // Nothing is due before the outcome is known.
    }

    @Override
    public void afterCompletion(int status) {
      if (status != Status.STATUS_COMMITTED) {
        return;
      }
      List<Runnable> due = COMMITTED.get();
      if (due == null) {
        run(tasks);
      } else {
        due.addAll(tasks);
      }
    }
  }
}
