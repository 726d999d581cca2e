package org.visavis.presence;

import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Label;

/**
 * What a person is doing according to the first source that says something.
 *
 * @param status the status, before the workload is looked at
 * @param reason which source said so
 * @param nextChange when a source can say something else by time alone
 */
record CurrentStatus(PublicStatus status, Reason reason, Optional<Instant> nextChange) {

  /** More absences in a row than anybody has. */
  private static final int MOST_IN_A_ROW = 2 * Absence.MAX_ABSENCES;

  private static final Reason NOTHING_RECENT = new Reason.NothingRecent();

  private static final Comparator<Absence> LONGER =
      Comparator.comparing(Absence::end).thenComparing(Absence::kind).thenComparing(Absence::id);

  private static final Comparator<Session> STRONGER =
      Comparator.comparing(Session::state)
          .thenComparing(Session::until, Comparator.reverseOrder())
          .thenComparing(Session::client);

  /** One that was put together before, because there are few of them and many people. */
  private static final Map<Status, PublicStatus> PLAIN = plain();

  static CurrentStatus of(PresenceFacts facts, Instant now) {
    ManualStatus manual = manual(facts, now);
    if (manual != null) {
      return byHand(manual);
    }
    Optional<Instant> next = Optional.empty();
    if (!facts.absences().isEmpty()) {
      next = nextOfAbsences(facts.absences(), now);
      Absence absence = absence(facts.absences(), now);
      if (absence != null) {
        return absent(facts, absence, next);
      }
    }
    if (!facts.calendars().isEmpty()) {
      for (BusyTimes calendar : facts.calendars()) {
        next = Instants.earlier(next, calendar.nextChange(now));
      }
      Busy busy = busy(facts.calendars(), now);
      if (busy != null) {
        return inCalendar(busy, next);
      }
    }
    WorkingTime.Stretch stretch = facts.workingTime().at(now);
    if (!stretch.working()) {
      return offDuty(stretch, next);
    }
    next = Instants.earlier(next, stretch.until());
    Session session = session(facts.sessions(), now);
    return session == null
        ? new CurrentStatus(plain(Status.UNKNOWN), NOTHING_RECENT, next)
        : reported(session, Instants.earlier(next, session.until(), now));
  }

  static @Nullable ManualStatus manual(PresenceFacts facts, Instant now) {
    ManualStatus own = facts.manual().orElse(null);
    return own != null && now.isBefore(own.until()) ? own : null;
  }

  static @Nullable Absence absence(List<Absence> absences, Instant now) {
    Absence longest = null;
    for (Absence absence : absences) {
      if (absence.contains(now) && (longest == null || LONGER.compare(absence, longest) > 0)) {
        longest = absence;
      }
    }
    return longest;
  }

  /** Answers the strongest session; of the same state, the one that counts longest. */
  static @Nullable Session session(List<Session> sessions, Instant now) {
    Session strongest = null;
    for (Session session : sessions) {
      if (now.isBefore(session.until())
          && (strongest == null || STRONGER.compare(session, strongest) < 0)) {
        strongest = session;
      }
    }
    return strongest;
  }

  /** What the calendars say, and which of them. */
  record Busy(BusyTimes calendar, CalendarEntry entry, Instant until) {}

  static @Nullable Busy busy(List<BusyTimes> calendars, Instant now) {
    Busy strongest = null;
    for (BusyTimes calendar : calendars) {
      CalendarEntry entry = calendar.isFresh(now) ? calendar.at(now).orElse(null) : null;
      if (entry != null
          && (strongest == null || BusyTimes.STRENGTH.compare(entry, strongest.entry()) > 0)) {
        strongest = new Busy(calendar, entry, calendar.lasts(entry));
      }
    }
    return strongest;
  }

  private static CurrentStatus byHand(ManualStatus manual) {
    Optional<Instant> until = Optional.of(manual.until());
    return new CurrentStatus(
        new PublicStatus(
            manual.status(), manual.untilBack() ? Optional.empty() : until, manual.note()),
        new Reason.SetByHand(manual.status(), manual.until(), manual.untilBack()),
        until);
  }

  private static CurrentStatus absent(
      PresenceFacts facts, Absence absence, Optional<Instant> next) {
    Instant returns = returnsAt(facts, absence.end());
    return new CurrentStatus(
        new PublicStatus(
            absence.kind().status(),
            Optional.of(returns),
            absence.notePublic() ? absence.note() : Label.empty()),
        new Reason.Absent(absence.kind(), returns),
        next);
  }

  /** Answers when a person is back at work: over absences that touch, and the next working time. */
  private static Instant returnsAt(PresenceFacts facts, Instant end) {
    Instant back = end;
    for (int i = 0; i < MOST_IN_A_ROW; i++) {
      Absence following = absence(facts.absences(), back);
      Instant next =
          following != null ? following.end() : facts.workingTime().nextWork(back).orElse(back);
      if (next.equals(back)) {
        break;
      }
      back = next;
    }
    return back;
  }

  private static Optional<Instant> nextOfAbsences(List<Absence> absences, Instant now) {
    Optional<Instant> next = Optional.empty();
    for (Absence absence : absences) {
      next = Instants.earlier(next, absence.start(), now);
      next = Instants.earlier(next, absence.end(), now);
    }
    return next;
  }

  private static CurrentStatus inCalendar(Busy busy, Optional<Instant> next) {
    Status status = busy.entry().meaning();
    return new CurrentStatus(
        new PublicStatus(status, Optional.of(busy.until()), Label.empty()),
        new Reason.InCalendar(busy.calendar().calendar(), status, busy.until()),
        next);
  }

  private static CurrentStatus offDuty(WorkingTime.Stretch stretch, Optional<Instant> next) {
    Reason reason =
        stretch
            .holiday()
            .<Reason>map(name -> new Reason.PublicHoliday(name, stretch.until()))
            .orElseGet(() -> new Reason.OutsideWorkingHours(stretch.until()));
    return new CurrentStatus(
        new PublicStatus(Status.OFF_DUTY, stretch.until(), Label.empty()),
        reason,
        Instants.earlier(next, stretch.until()));
  }

  private static CurrentStatus reported(Session session, Optional<Instant> next) {
    Reason reason =
        session.state() == Session.State.IN_USE
            ? new Reason.AtTheDesk(session.until())
            : new Reason.Reported(session.client(), session.state(), session.until());
    return new CurrentStatus(plain(session.state().status()), reason, next);
  }

  /**
   * Answers the status of a person without room: somebody who would be available is busy, and so is
   * one of whom nothing is known and who wants to be shown so; an absence stays one.
   */
  PublicStatus whenFull(AtLimit atLimit) {
    boolean busy =
        status.status() == Status.AVAILABLE
            || (status.status() == Status.UNKNOWN && atLimit == AtLimit.SHOW_BUSY);
    if (!busy) {
      return status;
    }
    return status.note().isEmpty()
        ? plain(Status.BUSY)
        : new PublicStatus(Status.BUSY, Optional.empty(), status.note());
  }

  private static PublicStatus plain(Status status) {
    return Objects.requireNonNull(PLAIN.get(status));
  }

  private static Map<Status, PublicStatus> plain() {
    Map<Status, PublicStatus> plain = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      plain.put(status, new PublicStatus(status, Optional.empty(), Label.empty()));
    }
    return plain;
  }
}
