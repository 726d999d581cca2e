package org.visavis.web.workspace;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.visavis.directory.Employee;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarId;
import org.visavis.presence.CalendarProblem;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.Presence;
import org.visavis.web.jobs.Calendars;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.StatusKind;
import org.visavis.web.workspace.CalendarsView.CalendarRow;

/** Puts the page of the own calendars together. Thread-safe. */
@Dependent
class CalendarPages {

  private static final List<StatusKind> STATUSES =
      Arrays.stream(StatusKind.values()).filter(kind -> kind != StatusKind.UNKNOWN).toList();

  @Inject private Presence presence;
  @Inject private Calendars calendars;

  CalendarsView of(Employee employee, Page page, CalendarForm form, List<FieldError> errors) {
    Map<CalendarId, CalendarEntries> said = presence.calendars(employee.id());
    return new CalendarsView(
        calendars.of(employee.id()).stream()
            .map(
                calendar ->
                    row(calendar, Optional.ofNullable(said.get(calendar.calendar())), page.now()))
            .toList(),
        form,
        form.shownRows(),
        STATUSES,
        CalendarSubscription.MAX_CALENDARS,
        errors);
  }

  private static CalendarRow row(
      CalendarSubscription calendar, Optional<CalendarEntries> said, Instant now) {
    return new CalendarRow(
        calendar.calendar().value(),
        calendar.name(),
        calendar.address().map(uri -> uri.getHost().toLowerCase(Locale.ROOT)).orElse(""),
        said.map(entries -> read(entries, now)).orElse(Phrase.of("calendar.read.never")),
        said.map(entries -> says(entries, now)).orElse(Phrase.of("calendar.says.nothing")),
        calendar.lastError().map(code -> problem(calendar, code)),
        calendar.leftOut().stream().map(CalendarPages::leftOut).toList(),
        calendar.rules().stream()
            .map(rule -> Phrase.of("calendar.rule", rule.contains(), Cards.status(rule.status())))
            .toList());
  }

  private static Phrase leftOut(CalendarProblem problem) {
    return Phrase.of(
        "calendar.left-out",
        // As a text, because a number of a line has no thousands.
        Integer.toString(problem.line()),
        Phrase.of("calendar.left-out." + problem.reason().code()));
  }

  private static Phrase read(CalendarEntries entries, Instant now) {
    Duration age = Duration.between(entries.readAt(), now);
    return Phrase.of("calendar.read", entries.readAt(), PresencePages.age(age));
  }

  private static Phrase says(CalendarEntries entries, Instant now) {
    long coming = entries.entries().stream().filter(entry -> entry.end().isAfter(now)).count();
    return entries.freshUntil().isAfter(now)
        ? Phrase.of("calendar.says", coming, entries.freshUntil())
        : Phrase.of("calendar.says.stale", entries.freshUntil());
  }

  private static Phrase problem(CalendarSubscription calendar, String code) {
    Phrase reason = Phrase.of("calendar.error." + code);
    return calendar.lastFetch().map(at -> Phrase.of("calendar.failed", at, reason)).orElse(reason);
  }
}
