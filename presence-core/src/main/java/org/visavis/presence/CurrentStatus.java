package org.visavis.presence;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.visavis.directory.Label;

/**
 * What a person is doing according to the first source that says something.
 *
 * @param status the status, before the workload is looked at
 * @param reason which source said so
 * @param nextChange when a source can say something else by time alone
 */
record CurrentStatus(PublicStatus status, Reason reason, Optional<Instant> nextChange) {

  static CurrentStatus of(PresenceFacts facts, Instant now) {
    if (facts.manual().isPresent()) {
      ManualStatus manual = facts.manual().get();
      if (now.isBefore(manual.until())) {
        Optional<Instant> until = Optional.of(manual.until());
        return new CurrentStatus(
            new PublicStatus(manual.status(), until, manual.note()),
            new Reason.SetByHand(manual.status(), manual.until()),
            until);
      }
    }
    WorkingHours hours = facts.hours();
    Optional<Instant> boundary = hours.nextBoundary(now);
    if (!hours.spans().isEmpty() && !hours.contains(now)) {
      return new CurrentStatus(
          new PublicStatus(Status.OFF_DUTY, boundary, Label.empty()),
          new Reason.OutsideWorkingHours(boundary),
          boundary);
    }
    Optional<Instant> session =
        facts.sessions().values().stream().filter(now::isBefore).max(Comparator.naturalOrder());
    return session
        .map(
            until ->
                new CurrentStatus(
                    plain(Status.AVAILABLE),
                    new Reason.AtTheDesk(until),
                    Instants.earlier(boundary, session)))
        .orElseGet(
            () -> new CurrentStatus(plain(Status.UNKNOWN), new Reason.NothingRecent(), boundary));
  }

  /**
   * Answers the status of a person without room: somebody who would be available is busy, and so is
   * one of whom nothing is known and who wants to be shown so; an absence stays one.
   */
  PublicStatus whenFull(AtLimit atLimit) {
    boolean busy =
        status.status() == Status.AVAILABLE
            || (status.status() == Status.UNKNOWN && atLimit == AtLimit.SHOW_BUSY);
    return busy ? new PublicStatus(Status.BUSY, Optional.empty(), status.note()) : status;
  }

  private static PublicStatus plain(Status status) {
    return new PublicStatus(status, Optional.empty(), Label.empty());
  }
}
