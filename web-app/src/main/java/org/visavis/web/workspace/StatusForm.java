package org.visavis.web.workspace;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.visavis.directory.Label;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Status;
import org.visavis.presence.WorkingHours;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;

/**
 * The status as it was typed. Immutable.
 *
 * @param status the code of the status
 * @param end {@code 30m}, {@code 1h}, {@code work}, {@code today}, {@code back}, {@code at} or
 *     {@code clear}
 * @param time a local time, such as {@code 15:00}; for {@code at} alone
 * @param day a local date, such as {@code 2026-12-02}; empty for today; for {@code at} alone
 * @param note a word to customers
 */
public record StatusForm(String status, String end, String time, String day, String note) {

  /** The most characters of a note. */
  public static final int MAX_NOTE_LENGTH = 80;

  static final String CLEAR = "clear";

  /** What the form begins with. */
  static final String USUAL_END = "1h";

  /** Until the employee is seen to be back. */
  static final String BACK = "back";

  /** Until the working day ends, where one is going on or still to come. */
  static final String WORK = "work";

  private static final String AT = "at";

  /** Nobody who has forgotten it is away for ever. */
  private static final Duration BACK_AT_THE_LATEST = Duration.ofDays(14);

  private static final Duration LONGEST = Duration.ofDays(366);

  /**
   * Answers what is wrong.
   *
   * @param zone the zone in which the person lives
   * @param hours when the person works
   */
  List<FieldError> errors(Instant now, ZoneId zone, WorkingHours hours) {
    List<FieldError> errors = new ArrayList<>();
    if (kind().isEmpty()) {
      errors.add(FieldError.of("status", "error.status"));
    }
    endError(now, zone, hours).ifPresent(errors::add);
    if (note.length() > MAX_NOTE_LENGTH) {
      errors.add(new FieldError("note", Phrase.of("error.too-long", MAX_NOTE_LENGTH)));
    }
    return errors;
  }

  private Optional<FieldError> endError(Instant now, ZoneId zone, WorkingHours hours) {
    boolean typed = end.equals(AT);
    if (typed && read(LocalTime::parse, time).isEmpty()) {
      return Optional.of(FieldError.of("time", "error.time"));
    }
    if (typed && !day.isEmpty() && read(LocalDate::parse, day).isEmpty()) {
      return Optional.of(FieldError.of("day", "error.day"));
    }
    if (!typed && !time.isEmpty()) {
      // Nobody who typed three o'clock shall be away for an hour because of a mark that was missed.
      return Optional.of(FieldError.of("end", "error.end-both"));
    }
    Optional<Instant> ends = endsAt(now, zone, hours);
    if (ends.isEmpty()) {
      return Optional.of(FieldError.of("end", "error.end"));
    }
    return ends.get().isAfter(now) && !ends.get().isAfter(now.plus(LONGEST))
        ? Optional.empty()
        : Optional.of(FieldError.of("time", "error.until"));
  }

  /**
   * Answers the status to set.
   *
   * @throws java.util.NoSuchElementException when something is wrong with the form
   */
  ManualStatus toStatus(Instant now, ZoneId zone, WorkingHours hours) {
    return new ManualStatus(
        kind().orElseThrow(),
        endsAt(now, zone, hours).orElseThrow(),
        Label.of(note),
        end.equals(BACK),
        Optional.of(now));
  }

  private Optional<Status> kind() {
    try {
      return Optional.of(Status.from(status)).filter(found -> found != Status.UNKNOWN);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Today ends with the person's own midnight. */
  private Optional<Instant> endsAt(Instant now, ZoneId zone, WorkingHours hours) {
    ZonedDateTime here = now.atZone(zone);
    return switch (end) {
      case "30m" -> Optional.of(now.plus(Duration.ofMinutes(30)));
      case "1h" -> Optional.of(now.plus(Duration.ofHours(1)));
      case WORK -> WorkingDay.end(hours, now);
      case "today" -> Optional.of(here.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant());
      case BACK -> Optional.of(now.plus(BACK_AT_THE_LATEST));
      case AT -> typedEnd(here.toLocalDate(), zone);
      default -> Optional.empty();
    };
  }

  private Optional<Instant> typedEnd(LocalDate today, ZoneId zone) {
    LocalDate date = read(LocalDate::parse, day).orElse(today);
    return read(LocalTime::parse, time).map(at -> date.atTime(at).atZone(zone).toInstant());
  }

  private static <T> Optional<T> read(Function<String, T> format, String typed) {
    try {
      return Optional.of(format.apply(typed));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
