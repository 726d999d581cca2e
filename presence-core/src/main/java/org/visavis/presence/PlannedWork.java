package org.visavis.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Works out when somebody plans to work: the working time, less the absences, up to the end. */
final class PlannedWork {

  private PlannedWork() {}

  static List<WorkPeriod> of(
      WorkingTime time,
      List<Absence> absences,
      Optional<Instant> leavesAt,
      Instant from,
      Instant to) {
    Instant end = leavesAt.filter(to::isAfter).orElse(to);
    List<WorkPeriod> periods = new ArrayList<>();
    Instant at = from;
    while (at.isBefore(end)) {
      WorkingTime.Stretch stretch = time.at(at);
      Instant until = stretch.until().filter(end::isAfter).orElse(end);
      if (stretch.working()) {
        periods.add(new WorkPeriod(at, until));
      }
      at = until;
    }
    for (Absence absence : absences) {
      periods = without(periods, absence.start(), absence.end());
    }
    return List.copyOf(periods);
  }

  private static List<WorkPeriod> without(List<WorkPeriod> periods, Instant start, Instant end) {
    List<WorkPeriod> left = new ArrayList<>(periods.size() + 1);
    for (WorkPeriod period : periods) {
      Instant firstEnd = start.isBefore(period.end()) ? start : period.end();
      Instant secondStart = end.isAfter(period.start()) ? end : period.start();
      if (period.start().isBefore(firstEnd)) {
        left.add(new WorkPeriod(period.start(), firstEnd));
      }
      if (secondStart.isBefore(period.end()) && !secondStart.isBefore(firstEnd)) {
        left.add(new WorkPeriod(secondStart, period.end()));
      }
    }
    return left;
  }
}
