package org.visavis.web.workspace;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.visavis.directory.Label;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Status;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;

/**
 * The status as it was typed. Immutable.
 *
 * @param status the code of the status
 * @param end {@code 30m}, {@code 1h}, {@code today}, {@code back}, {@code at} or {@code clear}
 * @param until a local date and time, such as {@code 2026-12-02T18:00}; read for {@code at} alone
 * @param note a word to customers
 */
public record StatusForm(String status, String end, String until, String note) {

  /** The most characters of a note. */
  public static final int MAX_NOTE_LENGTH = 80;

  static final String CLEAR = "clear";

  /** What the form begins with. */
  static final String USUAL_END = "1h";

  /** Until the employee is seen to be back. */
  static final String BACK = "back";

  /** Nobody who has forgotten it is away for ever. */
  private static final Duration BACK_AT_THE_LATEST = Duration.ofDays(14);

  private static final Duration LONGEST = Duration.ofDays(366);

  /**
   * Answers what is wrong.
   *
   * @param zone the zone in which the person lives
   */
  List<FieldError> errors(Instant now, ZoneId zone) {
    List<FieldError> errors = new ArrayList<>();
    if (kind().isEmpty()) {
      errors.add(FieldError.of("status", "error.status"));
    }
    Optional<Instant> ends = endsAt(now, zone);
    if (ends.isEmpty()) {
      errors.add(
          end.equals("at")
              ? FieldError.of("until", "error.until")
              : FieldError.of("end", "error.end"));
    } else if (!ends.get().isAfter(now) || ends.get().isAfter(now.plus(LONGEST))) {
      errors.add(FieldError.of("until", "error.until"));
    }
    if (note.length() > MAX_NOTE_LENGTH) {
      errors.add(new FieldError("note", Phrase.of("error.too-long", MAX_NOTE_LENGTH)));
    }
    return errors;
  }

  /**
   * Answers the status to set.
   *
   * @throws java.util.NoSuchElementException when something is wrong with the form
   */
  ManualStatus toStatus(Instant now, ZoneId zone) {
    return new ManualStatus(
        kind().orElseThrow(),
        endsAt(now, zone).orElseThrow(),
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
  private Optional<Instant> endsAt(Instant now, ZoneId zone) {
    ZonedDateTime here = now.atZone(zone);
    return switch (end) {
      case "30m" -> Optional.of(now.plus(Duration.ofMinutes(30)));
      case "1h" -> Optional.of(now.plus(Duration.ofHours(1)));
      case "today" -> Optional.of(here.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant());
      case BACK -> Optional.of(now.plus(BACK_AT_THE_LATEST));
      case "at" -> typedEnd(zone);
      default -> Optional.empty();
    };
  }

  private Optional<Instant> typedEnd(ZoneId zone) {
    try {
      return Optional.of(LocalDateTime.parse(until).atZone(zone).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
