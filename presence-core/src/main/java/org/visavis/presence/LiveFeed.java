package org.visavis.presence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.visavis.directory.EmployeeId;

/**
 * The feed from memory: the last change of each person, ordered by revision, is all that is kept. A
 * watcher has no queue, only the revision it has seen; a change costs each watcher a flag.
 */
final class LiveFeed implements PresenceFeed {

  /** How many people's last changes are kept, so that a watcher can resume without a snapshot. */
  static final int REMEMBERED = 100_000;

  private static final Logger LOGGER = System.getLogger(PresenceFeed.class.getName());

  private final Executor executor;
  private final Supplier<Stream<PresenceChange>> faces;
  private final List<Registration> registrations = new CopyOnWriteArrayList<>();

  /** Guards everything below, and every person's face. */
  private final Object lock = new Object();

  private final TreeMap<Long, PresenceChange> changes = new TreeMap<>();
  private final Map<EmployeeId, Long> revisions = new HashMap<>();
  private long forgotten;
  private volatile long revision;

  /**
   * The last changes that were delivered. Watchers who keep up have all seen the same, so that a
   * change costs one delivery for all of them. Snapshots are large, and not kept.
   */
  private volatile Delivery latest;

  /**
   * Makes a feed without watchers.
   *
   * @param start the revision before the first change; larger than any of an earlier feed
   * @param executor calls the watchers
   * @param faces answers everybody's present face
   */
  LiveFeed(long start, Executor executor, Supplier<Stream<PresenceChange>> faces) {
    this.revision = start;
    this.forgotten = start;
    this.latest = new Delivery(start, List.of(), false, start);
    this.executor = executor;
    this.faces = faces;
  }

  /** Takes a new face in; watchers hear of it at {@link #signal}. */
  void publish(Person person, Reachability face) {
    synchronized (lock) {
      PresenceChange change = new PresenceChange(revision + 1, person.id, face);
      person.face = change;
      Long before = revisions.put(person.id, change.revision());
      if (before != null) {
        changes.remove(before);
      }
      changes.put(change.revision(), change);
      if (changes.size() > REMEMBERED) {
        PresenceChange oldest = changes.pollFirstEntry().getValue();
        revisions.remove(oldest.employee());
        forgotten = oldest.revision();
      }
      revision = change.revision();
    }
  }

  /** Wakes the watchers that have not seen the latest change. Called without any lock. */
  void signal() {
    for (Registration registration : registrations) {
      registration.wake();
    }
  }

  @Override
  public Subscription watch(long sinceRevision, Watcher watcher) {
    Registration registration = new Registration(sinceRevision, watcher);
    registrations.add(registration);
    registration.wake();
    return registration;
  }

  @Override
  public long revision() {
    return revision;
  }

  /**
   * What a watcher is told who has seen the revision {@code since}; it has seen {@code revision}
   * afterwards.
   */
  private record Delivery(
      long since, Collection<PresenceChange> changes, boolean snapshot, long revision) {

    boolean isFor(long seen, long current) {
      return since == seen && revision == current;
    }
  }

  private Delivery deliverySince(long seen) {
    Delivery told = latest;
    if (told.isFor(seen, revision)) {
      return told;
    }
    synchronized (lock) {
      if (seen < forgotten || seen > revision) {
        List<PresenceChange> shown = new ArrayList<>();
        faces.get().filter(face -> face.reachability().shown()).forEach(shown::add);
        shown.sort((a, b) -> Long.compare(a.revision(), b.revision()));
        return new Delivery(seen, List.copyOf(shown), true, revision);
      }
      Collection<PresenceChange> missed = changes.tailMap(seen, false).values();
      latest = new Delivery(seen, List.copyOf(missed), false, revision);
      return latest;
    }
  }

  /** One watcher: what it has seen, and whether a thread is with it. */
  private final class Registration implements Subscription {

    private final Watcher watcher;
    private long seen;
    private boolean first = true;
    private boolean running;
    private volatile boolean closed;

    Registration(long seen, Watcher watcher) {
      this.seen = seen;
      this.watcher = Objects.requireNonNull(watcher, "watcher");
    }

    void wake() {
      synchronized (this) {
        if (closed || running || (!first && seen == revision)) {
          return;
        }
        running = true;
      }
      try {
        executor.execute(this::deliver);
      } catch (RuntimeException e) {
        drop(e);
      }
    }

    private void deliver() {
      try {
        while (hasMore()) {
          Delivery delivery = deliverySince(seen);
          synchronized (this) {
            seen = delivery.revision();
            first = false;
          }
          if (!closed) {
            watcher.changed(delivery.changes(), delivery.snapshot());
          }
        }
      } catch (RuntimeException | Error e) {
        drop(e);
      }
    }

    /** Answers whether there is something to deliver; lets the thread go where there is not. */
    private synchronized boolean hasMore() {
      running = !closed && (first || seen != revision);
      return running;
    }

    private void drop(Throwable cause) {
      close();
      LOGGER.log(Level.WARNING, "A watcher failed and is dropped", cause);
    }

    @Override
    public void close() {
      closed = true;
      registrations.remove(this);
    }
  }
}
