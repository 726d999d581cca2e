package org.visavis.presence.calendar;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.visavis.presence.CalendarProblem;
import org.visavis.presence.CalendarSubscription;

/** Collects what is left out of a calendar, up to a bound. Not thread-safe. */
final class Problems {

  private final Set<CalendarProblem> found = new LinkedHashSet<>();

  void add(CalendarProblem.Reason reason, int line) {
    if (found.size() < CalendarSubscription.MAX_LEFT_OUT) {
      found.add(new CalendarProblem(reason, line));
    }
  }

  List<CalendarProblem> inOrder() {
    return found.stream().sorted(Comparator.comparingInt(CalendarProblem::line)).toList();
  }
}
