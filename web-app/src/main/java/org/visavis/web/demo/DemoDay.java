package org.visavis.web.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Presence;
import org.visavis.presence.Status;

/**
 * Lets the invented people live on, at any hour and after any pause: a status that a person sets by
 * habit is set again after it has ended, at once after a start, else after a pause as long as the
 * status was; one of those who are available is set again before it ends. Meanwhile everybody sits
 * at the desk within the working hours. A status that somebody else has set is left alone, and so
 * is one that somebody has taken back until its time has come again. Thread-safe.
 */
@Dependent
class DemoDay {

  /** How long until the next look. */
  static final Duration PACE = Duration.ofMinutes(20);

  private static final Duration AT_THE_DESK = Duration.ofHours(1);
  private static final String DESK = "desk";

  private final Directory directory;
  private final Presence presence;
  private final Clock clock;

  /** When a habit comes again; nothing is known after a start. */
  private final Map<EmployeeId, Instant> again = new ConcurrentHashMap<>();

  @Inject
  DemoDay(Directory directory, Presence presence, Clock clock) {
    this.directory = directory;
    this.presence = presence;
    this.clock = clock;
  }

  /**
   * Does what is due. Works within a transaction, and remembers nothing of it by itself: the
   * transaction may fail.
   *
   * @return whose status was set, and when its time comes again
   */
  Map<EmployeeId, Instant> goOn() {
    Instant now = clock.instant();
    Map<EmployeeId, Instant> set = new HashMap<>();
    for (Habits habits : DemoFiles.habits()) {
      EmployeeId employee = habits.employee();
      if (directory.find(employee).isEmpty()) {
        continue;
      }
      presence.heartbeat(employee, DESK, AT_THE_DESK);
      habits
          .statusFrom(now)
          .filter(next -> isDue(habits, now))
          .ifPresent(
              next -> {
                presence.setStatus(employee, next);
                set.put(employee, next.until().plus(habits.lasting()));
              });
    }
    return set;
  }

  /** Remembers what {@link #goOn} has done. */
  void remember(Map<EmployeeId, Instant> set) {
    again.putAll(set);
  }

  private boolean isDue(Habits habits, Instant now) {
    return presence
        .settings(habits.employee())
        .manual()
        .filter(status -> now.isBefore(status.until()))
        .map(status -> habits.isOwn(status) && isAboutToEnd(status, now))
        .orElseGet(() -> !now.isBefore(again.getOrDefault(habits.employee(), now)));
  }

  private static boolean isAboutToEnd(ManualStatus status, Instant now) {
    return status.status() == Status.AVAILABLE
        && status.until().isBefore(now.plus(PACE.multipliedBy(2)));
  }
}
