package org.visavis.presence;

import java.time.Instant;
import java.util.Optional;

/** One reason of a decision, as a value; the words for it are made where it is shown. Immutable. */
public sealed interface Reason {

  /**
   * The status was set by hand.
   *
   * @param status what was set
   * @param until when it ends
   */
  record SetByHand(Status status, Instant until) implements Reason {}

  /**
   * The working hours say that the person is not working.
   *
   * @param nextStart when work begins next, if it ever does
   */
  record OutsideWorkingHours(Optional<Instant> nextStart) implements Reason {}

  /**
   * A signed-in device was heard of lately.
   *
   * @param until until when that counts
   */
  record AtTheDesk(Instant until) implements Reason {}

  /** No source says anything recent. */
  record NothingRecent() implements Reason {}

  /**
   * The person's last day is over.
   *
   * @param since when it ended
   */
  record HasLeft(Instant since) implements Reason {}

  /** The employee's rule is: hidden. */
  record HiddenByRule() implements Reason {}

  /** The employee's rule is: always. */
  record ShownByRule() implements Reason {}

  /**
   * The workload is below the threshold of the rule.
   *
   * @param workload points taken and limit
   * @param hideAt the threshold
   */
  record LoadBelowThreshold(Workload workload, int hideAt) implements Reason {}

  /**
   * The workload has reached the threshold of the rule.
   *
   * @param workload points taken and limit
   * @param since since when the rule holds
   * @param showAgainAt the points at which it lets go
   */
  record LoadReachedThreshold(Workload workload, Instant since, int showAgainAt)
      implements Reason {}

  /**
   * The load asks for a change that the dwell holds back.
   *
   * @param until when the change comes, if the load stays
   */
  record HeldByDwell(Instant until) implements Reason {}

  /**
   * The limit leaves no room.
   *
   * @param workload points taken and limit
   */
  record LimitReached(Workload workload) implements Reason {}
}
