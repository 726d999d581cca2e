package org.visavis.web.workspace;

import java.time.Instant;
import java.util.Optional;
import org.visavis.presence.WorkingHours;

/** When somebody goes home. */
final class WorkingDay {

  private WorkingDay() {}

  /**
   * Answers when the last working time ends that begins today, breaks and late shifts included;
   * empty where nobody works any more today, or no hours are known.
   */
  static Optional<Instant> end(WorkingHours hours, Instant now) {
    Instant midnight =
        now.atZone(hours.zone()).toLocalDate().plusDays(1).atStartOfDay(hours.zone()).toInstant();
    boolean working = hours.contains(now);
    Optional<Instant> end = Optional.empty();
    Optional<Instant> change = hours.nextBoundary(now);
    while (change.isPresent() && (working || change.get().isBefore(midnight))) {
      end = working ? change : end;
      working = !working;
      change = hours.nextBoundary(change.get());
    }
    return end;
  }
}
