package org.visavis.presence.calendar;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarProblem;
import org.visavis.presence.CalendarSubscription;

/** How the reading of a calendar went. Immutable. */
public sealed interface CalendarReading {

  /**
   * The calendar was read.
   *
   * @param entries the times that are taken, and nothing else of it
   * @param problems what was left out, at most {@link CalendarSubscription#MAX_LEFT_OUT}, in the
   *     order of the file; the rest of the calendar counts all the same
   */
  record Read(CalendarEntries entries, List<CalendarProblem> problems) implements CalendarReading {

    /** Copies what comes in. */
    public Read {
      Objects.requireNonNull(entries, "entries");
      problems = List.copyOf(problems);
    }

    @Override
    public <T> T fold(Function<Read, T> onRead, Function<Refused, T> onRefused) {
      return onRead.apply(this);
    }
  }

  /**
   * Nothing was taken from the file; what was read earlier may go on counting.
   *
   * @param reason why
   * @param line the line at which that was found, from 1 on
   */
  record Refused(CalendarRefusal reason, int line) implements CalendarReading {

    /** Checks that there is a reason. */
    public Refused {
      Objects.requireNonNull(reason, "reason");
    }

    @Override
    public <T> T fold(Function<Read, T> onRead, Function<Refused, T> onRefused) {
      return onRefused.apply(this);
    }
  }

  /** Answers what the function of the case that it is answers. */
  <T> T fold(Function<Read, T> onRead, Function<Refused, T> onRefused);
}
