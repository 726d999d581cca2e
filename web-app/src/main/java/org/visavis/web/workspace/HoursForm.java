package org.visavis.web.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.visavis.presence.WeekCycle;
import org.visavis.presence.WorkingHours;
import org.visavis.presence.WorkingHours.Span;
import org.visavis.presence.WorkingHours.Times;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;

/**
 * Working hours as they were typed. Immutable.
 *
 * @param cycle {@code every}, {@code odd-even} or {@code rotation}
 * @param weeks after how many weeks a rotation repeats
 * @param anchor a day in the first week of a rotation
 * @param times the times of each day, by the name of its field, such as {@code w1-mon}
 * @param exceptions the days that are not as their week says
 */
public record HoursForm(
    String cycle,
    String weeks,
    String anchor,
    Map<String, String> times,
    List<ExceptionRow> exceptions) {

  static final String EVERY = "every";
  static final String ODD_EVEN = "odd-even";
  static final String ROTATION = "rotation";

  /** How many empty rows for exceptions are offered. */
  private static final int SPARE_ROWS = 3;

  private static final int MAX_ROWS = 100;
  private static final int LONGEST_TEXT = 100;

  /** Copies what comes in. */
  public HoursForm {
    times = Map.copyOf(times);
    exceptions = List.copyOf(exceptions);
  }

  /**
   * Days that are not as their week says.
   *
   * @param from the first
   * @param to the last; empty where it is the first
   * @param times what is worked; empty where nothing is
   */
  public record ExceptionRow(String from, String to, String times) {

    boolean isEmpty() {
      return from.isEmpty() && to.isEmpty() && times.isEmpty();
    }
  }

  static HoursForm from(HttpServletRequest request) {
    Map<String, String> times = new LinkedHashMap<>();
    for (int week = 1; week <= WeekCycle.MAX_WEEKS; week++) {
      for (DayOfWeek day : DayOfWeek.values()) {
        String typed = OwnPageServlet.typed(request, field(week, day));
        if (!typed.isEmpty()) {
          times.put(field(week, day), typed);
        }
      }
    }
    List<ExceptionRow> rows = new ArrayList<>();
    for (int row = 0; row < MAX_ROWS; row++) {
      rows.add(
          new ExceptionRow(
              OwnPageServlet.typed(request, "from-" + row),
              OwnPageServlet.typed(request, "to-" + row),
              OwnPageServlet.typed(request, "times-" + row)));
    }
    rows.removeIf(ExceptionRow::isEmpty);
    return new HoursForm(
        OwnPageServlet.typed(request, "cycle"),
        OwnPageServlet.typed(request, "weeks"),
        OwnPageServlet.typed(request, "anchor"),
        times,
        rows);
  }

  /** Answers the form as it begins. A span of every week stands in each of them. */
  static HoursForm of(WorkingHours hours) {
    WeekCycle cycle = hours.cycle();
    Map<String, List<Times>> times = new LinkedHashMap<>();
    for (Span span : hours.spans()) {
      int first = span.week() == 0 ? 1 : span.week();
      int last = span.week() == 0 ? cycle.weeks() : span.week();
      for (int week = first; week <= last; week++) {
        times
            .computeIfAbsent(field(week, span.day()), key -> new ArrayList<>())
            .add(new Times(span.start(), span.end()));
      }
    }
    Map<String, String> texts = new LinkedHashMap<>();
    times.forEach((field, each) -> texts.put(field, DayTimes.text(each)));
    return new HoursForm(
        cycle.weeks() == 1 ? EVERY : cycle.anchor().isPresent() ? ROTATION : ODD_EVEN,
        Integer.toString(Math.max(2, cycle.weeks())),
        cycle.anchor().map(LocalDate::toString).orElse(""),
        texts,
        rows(hours.exceptions()));
  }

  /** Days in a row with the same times stand in one row. */
  private static List<ExceptionRow> rows(SortedMap<LocalDate, List<Times>> exceptions) {
    List<ExceptionRow> rows = new ArrayList<>();
    List<LocalDate> dates = List.copyOf(exceptions.keySet());
    for (int first = 0; first < dates.size(); first++) {
      List<Times> times = exceptions.getOrDefault(dates.get(first), List.of());
      int last = first;
      while (last + 1 < dates.size()
          && dates.get(last + 1).equals(dates.get(last).plusDays(1))
          && times.equals(exceptions.get(dates.get(last + 1)))) {
        last++;
      }
      rows.add(
          new ExceptionRow(
              dates.get(first).toString(),
              last == first ? "" : dates.get(last).toString(),
              DayTimes.text(times)));
      first = last;
    }
    return rows;
  }

  /** Answers the rows that the page shows, some empty ones at the end. */
  List<ExceptionRow> shownRows() {
    return Stream.concat(
            exceptions.stream(),
            Stream.generate(() -> new ExceptionRow("", "", "")).limit(SPARE_ROWS))
        .toList();
  }

  /** Answers how many weeks the page shows; of a number that is none, two. */
  int shownWeeks() {
    return switch (cycle) {
      case ODD_EVEN -> 2;
      case ROTATION -> Math.max(2, Math.min(WeekCycle.MAX_WEEKS, Numbers.read(weeks).orElse(2)));
      default -> 1;
    };
  }

  /** Answers the same form with the first week in the place of weeks that say nothing yet. */
  HoursForm filled() {
    Map<String, String> filled = new LinkedHashMap<>(times);
    for (int week = 2; week <= shownWeeks(); week++) {
      String prefix = "w" + week + "-";
      if (times.keySet().stream().noneMatch(field -> field.startsWith(prefix))) {
        for (DayOfWeek day : DayOfWeek.values()) {
          String first = times.getOrDefault(field(1, day), "");
          if (!first.isEmpty()) {
            filled.put(field(week, day), first);
          }
        }
      }
    }
    return new HoursForm(cycle, weeks, anchor, filled, exceptions);
  }

  /** Answers what is wrong; each mistake names its day. */
  List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    if (chosenCycle().isEmpty()) {
      boolean rotates = cycle.equals(ROTATION);
      boolean anchored = AbsenceForm.day(anchor).isPresent();
      errors.add(
          rotates && anchored
              ? new FieldError("weeks", Phrase.of("error.limit", 2, WeekCycle.MAX_WEEKS))
              : FieldError.of(rotates ? "anchor" : "cycle", rotates ? "error.day" : "error.cycle"));
    }
    boolean any = false;
    for (int week = 1; week <= shownWeeks(); week++) {
      for (DayOfWeek day : DayOfWeek.values()) {
        String typed = times.getOrDefault(field(week, day), "");
        any |= !typed.isEmpty();
        timesError(field(week, day), name(week, day), typed).ifPresent(errors::add);
      }
    }
    for (int row = 0; row < exceptions.size(); row++) {
      exceptionError(row).ifPresent(errors::add);
    }
    if (errors.isEmpty() && !any && !exceptions.isEmpty()) {
      errors.add(FieldError.of("w1-mon", "error.exceptions-alone"));
    }
    if (errors.isEmpty() && isTooMuch()) {
      errors.add(FieldError.of("w1-mon", "error.hours-too-long"));
    }
    return errors;
  }

  private boolean isTooMuch() {
    try {
      toHours(ZoneId.of("UTC"));
      return false;
    } catch (IllegalArgumentException outOfBounds) {
      return true;
    }
  }

  private static Optional<FieldError> timesError(String field, Object day, String typed) {
    Optional<List<Times>> times = DayTimes.read(typed);
    if (times.isEmpty() || typed.length() > LONGEST_TEXT) {
      return Optional.of(new FieldError(field, Phrase.of("error.times", day, typed)));
    }
    return DayTimes.overlap(times.get())
        ? Optional.of(new FieldError(field, Phrase.of("error.times-overlap", day)))
        : Optional.empty();
  }

  private Optional<FieldError> exceptionError(int number) {
    ExceptionRow row = exceptions.get(number);
    Optional<LocalDate> from = AbsenceForm.day(row.from());
    if (from.isEmpty()) {
      return Optional.of(FieldError.of("from-" + number, "error.day"));
    }
    if (!row.to().isEmpty()) {
      Optional<LocalDate> to = AbsenceForm.day(row.to());
      if (to.isEmpty()
          || to.get().isBefore(from.get())
          || ChronoUnit.DAYS.between(from.get(), to.get()) >= WorkingHours.MAX_EXCEPTIONS) {
        return Optional.of(
            new FieldError("to-" + number, Phrase.of("error.exception-end", row.from())));
      }
    }
    return timesError("times-" + number, row.from(), row.times());
  }

  private static Phrase name(int week, DayOfWeek day, boolean alone) {
    Phrase weekday = Phrase.of("weekday." + code(day));
    return alone ? weekday : Phrase.of("hours.day-in-week", weekday, week);
  }

  private Phrase name(int week, DayOfWeek day) {
    return name(week, day, shownWeeks() == 1);
  }

  /**
   * Answers the hours.
   *
   * @throws java.util.NoSuchElementException when something is wrong with the form
   * @throws IllegalArgumentException when there are too many
   */
  WorkingHours toHours(ZoneId zone) {
    List<Span> spans = new ArrayList<>();
    int last = shownWeeks();
    for (int week = 1; week <= last; week++) {
      for (DayOfWeek day : DayOfWeek.values()) {
        for (Times each : DayTimes.read(times.getOrDefault(field(week, day), "")).orElseThrow()) {
          spans.add(new Span(last == 1 ? 0 : week, day, each.start(), each.end()));
        }
      }
    }
    SortedMap<LocalDate, List<Times>> days = new TreeMap<>();
    for (ExceptionRow row : exceptions) {
      LocalDate from = AbsenceForm.day(row.from()).orElseThrow();
      LocalDate to = AbsenceForm.day(row.to()).orElse(from);
      List<Times> times = DayTimes.read(row.times()).orElseThrow();
      for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
        days.put(date, times);
      }
    }
    return new WorkingHours(zone, spans, chosenCycle().orElseThrow(), days);
  }

  private Optional<WeekCycle> chosenCycle() {
    return switch (cycle) {
      case EVERY -> Optional.of(WeekCycle.everyWeek());
      case ODD_EVEN -> Optional.of(WeekCycle.oddAndEven());
      case ROTATION ->
          AbsenceForm.day(anchor)
              .filter(day -> day.getYear() < 9999)
              .flatMap(
                  day ->
                      Numbers.read(weeks).stream()
                          .filter(number -> number >= 2 && number <= WeekCycle.MAX_WEEKS)
                          .mapToObj(number -> WeekCycle.rotation(number, day))
                          .findFirst());
      default -> Optional.empty();
    };
  }

  static String field(int week, DayOfWeek day) {
    return "w" + week + "-" + code(day);
  }

  static String code(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(java.util.Locale.ROOT);
  }
}
