package org.visavis.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Lists the sources of a status in the order in which they are asked. */
final class Sources {

  private final PresenceFacts facts;
  private final Instant now;
  private final List<Source> found = new ArrayList<>();
  private boolean decided;

  private Sources(PresenceFacts facts, Instant now) {
    this.facts = facts;
    this.now = now;
  }

  static List<Source> of(PresenceFacts facts, Instant now) {
    Sources sources = new Sources(facts, now);
    sources.byHand();
    sources.absences();
    sources.calendars();
    sources.workingTime();
    sources.sessions();
    return List.copyOf(sources.found);
  }

  private void byHand() {
    facts
        .manual()
        .filter(manual -> now.isBefore(manual.until()))
        .ifPresent(
            manual ->
                speaks(
                    Source.Kind.BY_HAND,
                    "",
                    manual.status(),
                    manual.setAt(),
                    Optional.of(manual.until()),
                    true));
  }

  private void absences() {
    Absence winner = CurrentStatus.absence(facts.absences(), now);
    for (Absence absence : facts.absences()) {
      Optional<Instant> from = Optional.of(absence.start());
      Optional<Instant> until = Optional.of(absence.end());
      if (absence.contains(now)) {
        speaks(
            Source.Kind.ABSENCE,
            absence.id().value(),
            absence.kind().status(),
            from,
            until,
            absence.equals(winner));
      } else if (now.isBefore(absence.start())) {
        silent(Source.Kind.ABSENCE, absence.id().value(), from, until, Source.Standing.SILENT);
      }
    }
    decided |= winner != null;
  }

  private void calendars() {
    CurrentStatus.Busy winner = CurrentStatus.busy(facts.calendars(), now);
    for (BusyTimes calendar : facts.calendars()) {
      String name = calendar.calendar().value();
      Optional<Instant> read = Optional.of(calendar.readAt());
      Optional<CalendarEntry> entry = calendar.at(now);
      if (!calendar.isFresh(now)) {
        silent(
            Source.Kind.CALENDAR,
            name,
            read,
            Optional.of(calendar.freshUntil()),
            Source.Standing.STALE);
      } else if (entry.isPresent()) {
        speaks(
            Source.Kind.CALENDAR,
            name,
            entry.get().meaning(),
            read,
            Optional.of(calendar.lasts(entry.get())),
            winner != null && winner.calendar().equals(calendar));
      } else {
        silent(Source.Kind.CALENDAR, name, read, calendar.nextChange(now), Source.Standing.SILENT);
      }
    }
    decided |= winner != null;
  }

  private void workingTime() {
    WorkingTime time = facts.workingTime();
    WorkingTime.Stretch stretch = time.at(now);
    boolean holiday = stretch.holiday().isPresent();
    if (holiday) {
      speaks(
          Source.Kind.PUBLIC_HOLIDAY,
          stretch.holiday().orElseThrow(),
          Status.OFF_DUTY,
          Optional.empty(),
          stretch.until(),
          true);
      decided = true;
    }
    if (time.hours().spans().isEmpty()) {
      return;
    }
    if (time.hours().contains(now)) {
      silent(
          Source.Kind.WORKING_HOURS,
          "",
          Optional.empty(),
          time.hours().nextBoundary(now),
          Source.Standing.SILENT);
    } else {
      speaks(
          Source.Kind.WORKING_HOURS,
          "",
          Status.OFF_DUTY,
          Optional.empty(),
          stretch.until(),
          !holiday);
      decided = true;
    }
  }

  private void sessions() {
    Session winner = CurrentStatus.session(facts.sessions(), now);
    facts.sessions().stream()
        .filter(session -> now.isBefore(session.until()))
        .sorted((a, b) -> a.state().compareTo(b.state()))
        .forEach(
            session ->
                speaks(
                    session.state() == Session.State.IN_USE
                        ? Source.Kind.HEARTBEAT
                        : Source.Kind.CONNECTOR,
                    session.client(),
                    session.state().status(),
                    Optional.of(session.heardAt()),
                    Optional.of(session.until()),
                    Objects.equals(session, winner)));
  }

  private void speaks(
      Source.Kind kind,
      String name,
      Status says,
      Optional<Instant> since,
      Optional<Instant> until,
      boolean first) {
    Source.Standing standing =
        first && !decided ? Source.Standing.DECIDES : Source.Standing.OUTRANKED;
    found.add(new Source(kind, name, Optional.of(says), since, until, standing));
    decided |= kind == Source.Kind.BY_HAND;
  }

  private void silent(
      Source.Kind kind,
      String name,
      Optional<Instant> since,
      Optional<Instant> until,
      Source.Standing standing) {
    found.add(new Source(kind, name, Optional.empty(), since, until, standing));
  }
}
