package org.visavis.presence;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/**
 * When a person works, week by week, in his or her zone. Spans may run past midnight; a break is
 * the room between two spans. Immutable.
 *
 * @param zone the zone, with its rules for daylight saving
 * @param spans the working spans; empty when nothing is said
 */
public record WorkingHours(ZoneId zone, List<Span> spans) {

  /** Copies what comes in. */
  public WorkingHours {
    Objects.requireNonNull(zone, "zone");
    spans = List.copyOf(spans);
  }

  /** Answers hours that say nothing. */
  public static WorkingHours unspecified() {
    return new WorkingHours(ZoneId.of("UTC"), List.of());
  }

  /**
   * One working span.
   *
   * @param day the day on which it begins
   * @param start its first moment
   * @param end its end, exclusive; one that is not after the start lies on the next day
   */
  public record Span(DayOfWeek day, LocalTime start, LocalTime end) {

    /** Checks what comes in. */
    public Span {
      Objects.requireNonNull(day, "day");
      Objects.requireNonNull(start, "start");
      Objects.requireNonNull(end, "end");
    }
  }
}
