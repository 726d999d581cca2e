package org.visavis.web.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.presence.Absence;
import org.visavis.presence.AbsenceId;
import org.visavis.presence.Deputy;
import org.visavis.presence.Ramp;
import org.visavis.presence.Share;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Phrase;

/**
 * An absence as it was typed. Immutable.
 *
 * @param id which one is changed; empty for a new one
 * @param kind the code of what it is
 * @param first the first day, such as {@code 2026-12-02}
 * @param last the last day
 * @param from when it begins on the first day; empty for the whole day
 * @param until when the employee is back on the last day; empty for the whole day
 * @param note a word of the employee
 * @param notePublic whether others may read it
 * @param deputy the name of the colleague who is asked to stand in; may be empty
 * @param deputyId which of several colleagues of that name; may be empty
 * @param ramp shares of the limit on the days after, in percent, such as {@code 40, 70}
 */
public record AbsenceForm(
    String id,
    String kind,
    String first,
    String last,
    String from,
    String until,
    String note,
    boolean notePublic,
    String deputy,
    String deputyId,
    String ramp) {

  /** The most characters of a note. */
  public static final int MAX_NOTE_LENGTH = StatusForm.MAX_NOTE_LENGTH;

  /** How far ahead an absence may begin, in days. */
  private static final long FARTHEST_DAYS = Absence.LONGEST.toDays();

  static AbsenceForm empty() {
    return new AbsenceForm("", "holiday", "", "", "", "", "", false, "", "", "");
  }

  static AbsenceForm from(HttpServletRequest request) {
    return new AbsenceForm(
        OwnPageServlet.typed(request, "id"),
        OwnPageServlet.typed(request, "kind"),
        OwnPageServlet.typed(request, "first"),
        OwnPageServlet.typed(request, "last"),
        OwnPageServlet.typed(request, "from"),
        OwnPageServlet.typed(request, "until"),
        OwnPageServlet.typed(request, "note"),
        !OwnPageServlet.typed(request, "notePublic").isEmpty(),
        OwnPageServlet.typed(request, "deputy"),
        OwnPageServlet.typed(request, "deputyId"),
        OwnPageServlet.typed(request, "ramp"));
  }

  /**
   * Answers the form as it begins for an absence.
   *
   * @param deputy the name of its deputy; empty where there is none
   */
  static AbsenceForm of(Absence absence, String deputy, Language language) {
    ZonedDateTime start = absence.start().atZone(absence.zone());
    ZonedDateTime end = absence.end().atZone(absence.zone());
    boolean wholeDay = end.equals(end.toLocalDate().atStartOfDay(absence.zone()));
    boolean fromMorning = start.equals(start.toLocalDate().atStartOfDay(absence.zone()));
    return new AbsenceForm(
        absence.id().value(),
        absence.kind().code(),
        start.toLocalDate().toString(),
        (wholeDay ? end.toLocalDate().minusDays(1) : end.toLocalDate()).toString(),
        fromMorning ? "" : minutes(start),
        wholeDay ? "" : minutes(end),
        absence.note().text(language.locale()),
        absence.notePublic(),
        deputy,
        absence.deputy().map(own -> own.employee().value()).orElse(""),
        absence.ramp().percents().stream().map(String::valueOf).collect(Collectors.joining(", ")));
  }

  private static String minutes(ZonedDateTime at) {
    return at.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString();
  }

  /**
   * Answers what is wrong, the deputy aside.
   *
   * @param zone the zone in which the person lives
   */
  List<FieldError> errors(Instant now, ZoneId zone) {
    List<FieldError> errors = new ArrayList<>();
    if (chosenKind().isEmpty()) {
      errors.add(FieldError.of("kind", "error.absence-kind"));
    }
    if (day(first).isEmpty()) {
      errors.add(FieldError.of("first", "error.day"));
    }
    if (day(last).isEmpty()) {
      errors.add(FieldError.of("last", "error.day"));
    }
    checkTime(errors, "from", from);
    checkTime(errors, "until", until);
    if (errors.isEmpty()) {
      errors.addAll(orderErrors(now, zone));
    }
    if (note.length() > MAX_NOTE_LENGTH) {
      errors.add(new FieldError("note", Phrase.of("error.too-long", MAX_NOTE_LENGTH)));
    }
    if (chosenRamp().isEmpty()) {
      errors.add(new FieldError("ramp", Phrase.of("error.ramp", Ramp.MAX_DAYS, Share.LEAST, 100)));
    }
    return errors;
  }

  private static void checkTime(List<FieldError> errors, String field, String typed) {
    if (!typed.isEmpty() && time(typed).isEmpty()) {
      errors.add(FieldError.of(field, "error.time"));
    }
  }

  private List<FieldError> orderErrors(Instant now, ZoneId zone) {
    Instant start = start(zone);
    Instant end = end(zone);
    if (!start.isBefore(end)) {
      return List.of(FieldError.of("last", "error.absence-order"));
    } else if (!end.isAfter(now)) {
      return List.of(FieldError.of("last", "error.absence-over"));
    } else if (start.isAfter(now.plus(Absence.LONGEST))
        || end.isAfter(start.plus(Absence.LONGEST))) {
      return List.of(new FieldError("last", Phrase.of("error.absence-far", FARTHEST_DAYS)));
    }
    return List.of();
  }

  /**
   * Answers the absence to plan.
   *
   * @param own the id of a new one
   * @throws java.util.NoSuchElementException when something is wrong with the form
   */
  Absence toAbsence(AbsenceId own, ZoneId zone, Optional<EmployeeId> deputy) {
    return Absence.between(own, chosenKind().orElseThrow(), start(zone), end(zone), zone)
        .withNote(Label.of(note), notePublic)
        .withDeputy(deputy.map(Deputy::asked))
        .withRamp(chosenRamp().orElseThrow());
  }

  private Instant start(ZoneId zone) {
    LocalDate day = day(first).orElseThrow();
    return time(from)
        .map(time -> day.atTime(time).atZone(zone))
        .orElseGet(() -> day.atStartOfDay(zone))
        .toInstant();
  }

  private Instant end(ZoneId zone) {
    LocalDate day = day(last).orElseThrow();
    return time(until)
        .map(time -> day.atTime(time).atZone(zone))
        .orElseGet(() -> day.plusDays(1).atStartOfDay(zone))
        .toInstant();
  }

  private Optional<Absence.Kind> chosenKind() {
    return Arrays.stream(Absence.Kind.values()).filter(one -> one.code().equals(kind)).findFirst();
  }

  /** Answers the ramp; empty where what was typed is none. */
  private Optional<Ramp> chosenRamp() {
    List<String> words =
        Arrays.stream(ramp.split("[^0-9]+")).filter(word -> !word.isEmpty()).toList();
    try {
      return ramp.matches("[0-9%,; ]*")
          ? Optional.of(new Ramp(words.stream().map(word -> Numbers.read(word).orElse(0)).toList()))
          : Optional.empty();
    } catch (IllegalArgumentException outOfBounds) {
      return Optional.empty();
    }
  }

  /** Answers the day; empty where there is none that anybody could mean. */
  static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed))
          .filter(day -> day.getYear() > 1970 && day.getYear() < 9999);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalTime> time(String typed) {
    try {
      return Optional.of(LocalTime.parse(typed.toUpperCase(Locale.ROOT)))
          .map(time -> time.truncatedTo(ChronoUnit.MINUTES));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
