package org.visavis.web.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.OffsetDateTime;

/** Remembers, within the caller's transaction, what of the demonstration has been loaded. */
@ApplicationScoped
class DemoSteps {

  @PersistenceContext(unitName = "visavis")
  private EntityManager entities;

  boolean isDone(Step step) {
    return !entities
        .createNativeQuery("SELECT name FROM web_demo_step WHERE name = ?")
        .setParameter(1, step.name())
        .getResultList()
        .isEmpty();
  }

  void done(Step step, Clock clock) {
    entities
        .createNativeQuery("INSERT INTO web_demo_step (name, done_at) VALUES (?, ?)")
        .setParameter(1, step.name())
        .setParameter(2, OffsetDateTime.now(clock))
        .executeUpdate();
  }

  /** In this order, each in a transaction of its own. */
  enum Step {
    /** Departments, topics, people, faces and accounts. */
    PEOPLE,
    /** Hours, limits and rules, which need people to be there. */
    HABITS,
    /** How soon departments are to answer, which needs departments to be there. */
    TARGETS,
    /** Times that can be booked, with whoever has the channel for it. */
    TIMES,
    /** Requests, which need limits to be there. */
    LETTERS
  }
}
