package org.visavis.web.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Status;

/**
 * How an invented employee works. Immutable.
 *
 * @param employee whose habits these are
 * @param status the status that the person sets by hand now and then; empty for one who only works
 *     the hours
 * @param lasting how long that status lasts
 * @param note the word for customers beside it
 * @param limit the limit, in effort points
 * @param rule when the person appears
 * @param hours the working hours as they are written, in the person's own zone
 */
record Habits(
    EmployeeId employee,
    Optional<Status> status,
    Duration lasting,
    Label note,
    int limit,
    AppearanceRule rule,
    String hours) {

  private static final long MINUTES = 15;

  /** Answers the status as it would be set now; its end lies on a quarter of an hour. */
  Optional<ManualStatus> statusFrom(Instant now) {
    return status.map(code -> new ManualStatus(code, roundedUp(now.plus(lasting)), note));
  }

  /** Answers whether somebody has set just this. */
  boolean isOwn(ManualStatus set) {
    return status.equals(Optional.of(set.status())) && note.equals(set.note());
  }

  private static Instant roundedUp(Instant instant) {
    long quarter = Duration.ofMinutes(MINUTES).toSeconds();
    long past = Math.floorMod(instant.getEpochSecond(), quarter);
    Instant whole = instant.truncatedTo(ChronoUnit.SECONDS);
    return past == 0 ? whole : whole.plusSeconds(quarter - past);
  }
}
