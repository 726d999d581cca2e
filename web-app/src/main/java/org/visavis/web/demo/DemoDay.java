package org.visavis.web.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
@ApplicationScoped
class DemoDay {

  /** How long until the next look. */
  static final Duration PACE = Duration.ofMinutes(20);

  private static final Duration AT_THE_DESK = Duration.ofHours(1);
  private static final String DESK = "desk";

  @Inject private Directory directory;
  @Inject private Presence presence;
  @Inject private Clock clock;

  private final List<Habits> everybody = DemoFiles.habits();

  /** When a habit comes again; nothing is known after a start. */
  private final Map<EmployeeId, Instant> again = new ConcurrentHashMap<>();

  /** Does what is due. Works within a transaction. */
  void goOn() {
    Instant now = clock.instant();
    for (Habits habits : everybody) {
      if (directory.find(habits.employee()).isPresent()) {
        presence.heartbeat(habits.employee(), DESK, AT_THE_DESK);
        habits.statusFrom(now).ifPresent(status -> goOn(habits, status, now));
      }
    }
  }

  private void goOn(Habits habits, ManualStatus next, Instant now) {
    EmployeeId employee = habits.employee();
    Optional<ManualStatus> current =
        presence.settings(employee).manual().filter(status -> now.isBefore(status.until()));
    boolean due =
        current
            .map(status -> habits.isOwn(status) && isAboutToEnd(status, now))
            .orElseGet(() -> !now.isBefore(again.getOrDefault(employee, now)));
    if (due) {
      presence.setStatus(employee, next);
      again.put(employee, next.until().plus(habits.lasting()));
    }
  }

  private static boolean isAboutToEnd(ManualStatus status, Instant now) {
    return status.status() == Status.AVAILABLE
        && status.until().isBefore(now.plus(PACE.multipliedBy(2)));
  }
}
