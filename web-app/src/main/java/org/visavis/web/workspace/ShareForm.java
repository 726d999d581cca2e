package org.visavis.web.workspace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.visavis.presence.Share;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;

/**
 * A part of the limit for a while, as it was typed. Immutable.
 *
 * @param percent how much of the limit
 * @param shareEnd {@code today} or {@code day}
 * @param shareDay the last day, such as {@code 2026-12-02}; read for {@code day} alone
 */
public record ShareForm(String percent, String shareEnd, String shareDay) {

  private static final int LONGEST_DAYS = 365;

  /** Answers what the form begins with. */
  static ShareForm usual() {
    return new ShareForm("60", "today", "");
  }

  /**
   * Answers what is wrong.
   *
   * @param zone the zone in which the person lives
   */
  List<FieldError> errors(Instant now, ZoneId zone) {
    List<FieldError> errors = new ArrayList<>();
    OptionalInt number = Numbers.read(percent);
    if (number.isEmpty() || number.getAsInt() < Share.LEAST || number.getAsInt() > 100) {
      errors.add(new FieldError("percent", Phrase.of("error.limit", Share.LEAST, 100)));
    }
    LocalDate today = LocalDate.ofInstant(now, zone);
    Optional<LocalDate> last = last(now, zone);
    if (last.isEmpty()
        || last.get().isBefore(today)
        || last.get().isAfter(today.plusDays(LONGEST_DAYS - 1))) {
      errors.add(
          FieldError.of(
              shareEnd.equals("day") ? "shareDay" : "shareEnd",
              shareEnd.equals("day") ? "error.day" : "error.end"));
    }
    return errors;
  }

  /**
   * Answers the share; it ends with the person's own midnight.
   *
   * @throws java.util.NoSuchElementException when something is wrong with the form
   */
  Share toShare(Instant now, ZoneId zone) {
    Instant until = last(now, zone).orElseThrow().plusDays(1).atStartOfDay(zone).toInstant();
    return new Share(Numbers.read(percent).orElseThrow(), until);
  }

  private Optional<LocalDate> last(Instant now, ZoneId zone) {
    return switch (shareEnd) {
      case "today" -> Optional.of(LocalDate.ofInstant(now, zone));
      case "day" -> AbsenceForm.day(shareDay);
      default -> Optional.empty();
    };
  }
}
