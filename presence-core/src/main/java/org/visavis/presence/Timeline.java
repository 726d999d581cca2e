package org.visavis.presence;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.visavis.presence.spi.Alarm;

/** Knows whose decision can change next by time alone, and keeps one alarm for it. Thread-safe. */
final class Timeline {

  private static final Logger LOGGER = System.getLogger(Presence.class.getName());

  private final Alarm alarm;
  private final Runnable action;
  private final TreeSet<Person> appointments =
      new TreeSet<>(
          Comparator.comparing((Person person) -> Objects.requireNonNull(person.due))
              .thenComparing(person -> person.id));
  private volatile Instant next = Instant.MAX;
  private Instant armed = Instant.MAX;
  private Alarm.@Nullable Cancellation cancellation;
  private boolean closed;

  /** Makes an empty timeline that runs the action when somebody is due. */
  Timeline(Alarm alarm, Runnable action) {
    this.alarm = alarm;
    this.action = action;
  }

  /** Answers whether somebody is due; does not lock. */
  boolean isDue(Instant now) {
    return !now.isBefore(next);
  }

  /** Sets or takes back the appointment with a person; the alarm follows at {@link #arm}. */
  synchronized void schedule(Person person, Optional<Instant> due) {
    if (Objects.equals(person.due, due.orElse(null))) {
      return;
    }
    if (person.due != null) {
      appointments.remove(person);
    }
    person.due = due.orElse(null);
    if (person.due != null) {
      appointments.add(person);
    }
    lookAhead();
  }

  /** Takes somebody who is due off the timeline. */
  synchronized Optional<Person> pollDue(Instant now) {
    if (!isDue(now)) {
      return Optional.empty();
    }
    Person person = appointments.pollFirst();
    if (person == null) {
      return Optional.empty();
    }
    person.due = null;
    lookAhead();
    return Optional.of(person);
  }

  /** Sees to it that the alarm is set for whoever is next. */
  synchronized void arm() {
    if (closed || armed.equals(next)) {
      return;
    }
    if (cancellation != null) {
      cancellation.cancel();
      cancellation = null;
    }
    armed = next;
    if (armed.isBefore(Instant.MAX)) {
      Instant instant = armed;
      try {
        cancellation = alarm.at(instant, () -> ring(instant));
      } catch (RuntimeException e) {
        armed = Instant.MAX;
        LOGGER.log(Level.ERROR, "No alarm can be set; reads still see what has ended", e);
      }
    }
  }

  synchronized void close() {
    closed = true;
    if (cancellation != null) {
      cancellation.cancel();
      cancellation = null;
    }
  }

  private void ring(Instant instant) {
    synchronized (this) {
      if (closed) {
        return;
      }
      if (armed.equals(instant)) {
        armed = Instant.MAX;
        cancellation = null;
      }
    }
    action.run();
  }

  private void lookAhead() {
    next = appointments.isEmpty() ? Instant.MAX : Objects.requireNonNull(appointments.first().due);
  }
}
