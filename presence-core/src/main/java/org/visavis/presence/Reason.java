package org.visavis.presence;

import java.time.Instant;
import java.util.Optional;
import org.visavis.directory.Channel;

/** One reason of a decision, as a value; the words for it are made where it is shown. Immutable. */
public sealed interface Reason {

  /**
   * The status was set by hand.
   *
   * @param status what was set
   * @param until when it ends
   * @param untilBack whether it ends earlier, once the employee is back
   */
  record SetByHand(Status status, Instant until, boolean untilBack) implements Reason {}

  /**
   * An absence is going on.
   *
   * @param kind which
   * @param returns when the person is back at work
   */
  record Absent(Absence.Kind kind, Instant returns) implements Reason {}

  /**
   * A calendar says so.
   *
   * @param calendar which
   * @param status what its entry means
   * @param until until when it goes on saying so
   */
  record InCalendar(CalendarId calendar, Status status, Instant until) implements Reason {}

  /**
   * It is a public holiday where the person works.
   *
   * @param name the holiday
   * @param nextStart when work begins next, if it ever does
   */
  record PublicHoliday(String name, Optional<Instant> nextStart) implements Reason {}

  /**
   * The working hours say that the person is not working.
   *
   * @param nextStart when work begins next, if it ever does
   */
  record OutsideWorkingHours(Optional<Instant> nextStart) implements Reason {}

  /**
   * A connector says so.
   *
   * @param client which
   * @param state what it says
   * @param until until when that counts
   */
  record Reported(String client, Session.State state, Instant until) implements Reason {}

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

  /**
   * The employee takes on a part of the limit for a while.
   *
   * @param percent of the limit
   * @param until when it holds in full again
   */
  record ShareOfLimit(int percent, Instant until) implements Reason {}

  /**
   * Capacity comes back step by step after an absence.
   *
   * @param percent of the limit, at this step
   * @param until when the next step begins
   */
  record RampAfterAbsence(int percent, Instant until) implements Reason {}

  /**
   * The employee's rule hides a channel from this audience.
   *
   * @param channel which
   */
  record ChannelHiddenByRule(Channel channel) implements Reason {}

  /**
   * The workload has reached the threshold of a channel's own rule.
   *
   * @param channel which
   * @param workload points taken and limit
   * @param since since when the rule holds
   * @param showAgainAt the points at which it lets go
   */
  record ChannelLoadReached(Channel channel, Workload workload, Instant since, int showAgainAt)
      implements Reason {}

  /**
   * The limit of a channel leaves no room.
   *
   * @param channel which
   * @param workload points that the channel takes, and its limit
   */
  record ChannelLimitReached(Channel channel, Workload workload) implements Reason {}
}
