package org.visavis.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import org.visavis.directory.Directory;
import org.visavis.directory.jpa.JpaDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.directory.spi.DirectoryStore;

/** Makes the cores over their stores in the database. Each is made once and used by all threads. */
@ApplicationScoped
class Cores {

  /** Stands for the entity manager of the current transaction, whichever that is. */
  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  @Produces
  @ApplicationScoped
  DirectoryStore directoryStore() {
    return new JpaDirectoryStore(() -> entities);
  }

  @Produces
  @ApplicationScoped
  Directory directory(DirectoryStore store, AfterCommit afterCommit, Clock clock) {
    return Directory.over(store, new TypoTolerantIndex(clock), afterCommit);
  }

  @Produces
  @ApplicationScoped
  SecureRandom random() {
    return new SecureRandom();
  }
}
