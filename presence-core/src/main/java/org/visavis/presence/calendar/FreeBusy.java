package org.visavis.presence.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Locale;
import java.util.Optional;
import org.visavis.presence.CalendarEntry.Kind;
import org.visavis.presence.CalendarProblem;

/** Reads busy times that are published as such (RFC 5545, section 3.6.4). */
final class FreeBusy {

  private static final ZoneRules UTC = ZoneOffset.UTC.getRules();

  private FreeBusy() {}

  static void read(Component component, Problems problems, BusySink sink) {
    for (ContentLine line : component.all("FREEBUSY").toList()) {
      Optional<Kind> kind = kind(line.parameter("FBTYPE").toUpperCase(Locale.ROOT));
      if (kind.isEmpty()) {
        continue;
      }
      for (String period : line.value().split(",", -1)) {
        try {
          addPeriod(period.strip(), kind.get(), sink);
        } catch (BrokenPartException e) {
          problems.add(e.reason(), line.number());
        }
      }
    }
  }

  private static void addPeriod(String period, Kind kind, BusySink sink)
      throws BrokenPartException {
    int slash = period.indexOf('/');
    if (slash < 0) {
      throw new BrokenPartException(CalendarProblem.Reason.BROKEN_DATE);
    }
    Moment start = Moment.parse(period.substring(0, slash), UTC, UTC);
    String last = period.substring(slash + 1);
    Instant end =
        last.startsWith("P")
            ? Length.parse(last).endOf(start)
            : Moment.parse(last, UTC, UTC).instant();
    if (end.isBefore(start.instant())) {
      throw new BrokenPartException(CalendarProblem.Reason.ENDS_BEFORE_START);
    }
    sink.add(start.instant(), end, kind, Optional.empty());
  }

  /** Answers what a type of busy time means, here and in {@code BUSYTYPE}; nothing when free. */
  static Optional<Kind> kind(String type) {
    return switch (type) {
      case "FREE" -> Optional.empty();
      case "BUSY-UNAVAILABLE" -> Optional.of(Kind.OUT_OF_OFFICE);
      case "BUSY-TENTATIVE" -> Optional.of(Kind.TENTATIVE);
      default -> Optional.of(Kind.BUSY);
    };
  }
}
