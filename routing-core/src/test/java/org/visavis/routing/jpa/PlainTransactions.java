package org.visavis.routing.jpa;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.EntityTransaction;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

// Transactions without a container:
/** One transaction for each call; as an executor it runs tasks once that is committed. */
final class PlainTransactions implements Executor {

  private record Open(EntityManager entities, List<Runnable> afterwards) {}

  private final EntityManagerFactory factory;
  private final ThreadLocal<@Nullable Open> current = new ThreadLocal<>();

  PlainTransactions(EntityManagerFactory factory) {
    this.factory = factory;
  }

  /** Answers the entity manager of the thread's transaction. */
  EntityManager entities() {
    Open open = current.get();
    if (open == null) {
      throw new IllegalStateException("There is no transaction");
    }
    return open.entities();
  }

  /** Answers what the work answers, once it is committed; joins a transaction that is open. */
  <T> T call(Supplier<T> work) {
    if (current.get() != null) {
      return work.get();
    }
    List<Runnable> afterwards = new ArrayList<>();
    T result;
    try (EntityManager entities = factory.createEntityManager()) {
      EntityTransaction transaction = entities.getTransaction();
      transaction.begin();
      current.set(new Open(entities, afterwards));
      try {
        result = work.get();
        transaction.commit();
      } finally {
        current.remove();
        if (transaction.isActive()) {
          transaction.rollback();
        }
      }
    }
    afterwards.forEach(this::run);
    return result;
  }

  /** Does the work in a transaction. */
  void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  @Override
  public void execute(Runnable afterCommit) {
    Open open = current.get();
    if (open == null) {
      run(afterCommit);
    } else {
      open.afterwards().add(afterCommit);
    }
  }
}
// That is all of them.
