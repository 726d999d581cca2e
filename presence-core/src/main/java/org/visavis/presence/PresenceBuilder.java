package org.visavis.presence;

import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.visavis.directory.Directory;
import org.visavis.presence.spi.Alarm;
import org.visavis.presence.spi.PresenceStore;
import org.visavis.presence.spi.PublicHolidays;
import org.visavis.presence.spi.WorkloadSource;

/**
 * Collects what a presence is made of; {@link #open} makes it. What is not said has the value that
 * suits an application without transactions. Not thread-safe.
 */
public final class PresenceBuilder {

  final Directory directory;
  final PresenceStore store;
  final InstantSource clock;
  final Alarm alarm;
  WorkloadSource workload = WorkloadSource.none();
  Guardrails guardrails = Guardrails.standard();
  PublicHolidays holidays = PublicHolidays.none();
  Executor afterCommit = Runnable::run;
  Executor upkeep = Runnable::run;
  Executor watchers = Runnable::run;

  PresenceBuilder(Directory directory, PresenceStore store, InstantSource clock, Alarm alarm) {
    this.directory = Objects.requireNonNull(directory, "directory");
    this.store = Objects.requireNonNull(store, "store");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.alarm = Objects.requireNonNull(alarm, "alarm");
  }

  /** Says who knows the workload; without it nobody carries anything. */
  public PresenceBuilder workload(WorkloadSource workload) {
    this.workload = Objects.requireNonNull(workload, "workload");
    return this;
  }

  /** Says the bounds of the limit; without it {@link Guardrails#standard()}. */
  public PresenceBuilder guardrails(Guardrails guardrails) {
    this.guardrails = Objects.requireNonNull(guardrails, "guardrails");
    return this;
  }

  /** Says who knows the public holidays; without it no day is one. */
  public PresenceBuilder holidays(PublicHolidays holidays) {
    this.holidays = Objects.requireNonNull(holidays, "holidays");
    return this;
  }

  /**
   * Says what runs after a write: once, after the caller's transaction has been committed; not at
   * all when it is rolled back; at once where there is none. Without it, always at once.
   */
  public PresenceBuilder afterCommit(Executor afterCommit) {
    this.afterCommit = Objects.requireNonNull(afterCommit, "afterCommit");
    return this;
  }

  /**
   * Says who keeps the store up when no caller's transaction is near: each task is a write that
   * wants a transaction of its own, now or soon, on any thread. A task that fails or is lost costs
   * nothing but what is found out again after a restart: the state of hysteresis, and rows that
   * have ended. Without it, tasks run at once on the thread that finds them.
   */
  public PresenceBuilder upkeep(Executor upkeep) {
    this.upkeep = Objects.requireNonNull(upkeep, "upkeep");
    return this;
  }

  /**
   * Says on which threads watchers of the feed are called. Without it, on the thread that causes a
   * change.
   */
  public PresenceBuilder watchers(Executor watchers) {
    this.watchers = Objects.requireNonNull(watchers, "watchers");
    return this;
  }

  /**
   * Loads what the store knows and answers a presence that is up to date.
   *
   * @throws PresenceStoreException when the store cannot be read
   */
  public Presence open() {
    LivePeople people = new LivePeople(this);
    people.load();
    return new LivePresence(this, people);
  }
}
