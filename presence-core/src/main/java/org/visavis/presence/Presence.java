package org.visavis.presence;

import java.time.Duration;
import java.util.Map;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;

/**
 * The truth about who can be reached, in the hands of the employee.
 *
 * <p>Reads come from memory. Writes go through the store, within the caller's transaction where
 * there is one, and take effect once it is committed. Every method that changes something is the
 * employee's own act; none of them lets anybody else make a person appear. Thread-safe.
 *
 * <p>Setting anything for a person who does not exist throws {@link
 * org.visavis.directory.UnknownEmployeeException}.
 */
public interface Presence {

  /**
   * Answers the decision on a person, with its reasons; {@link Reachability#hidden()} for one who
   * does not exist.
   */
  Reachability reachability(EmployeeId employee, Audience audience);

  /** Answers the decision on one channel to a person. */
  default Openness openness(EmployeeId employee, Channel channel, Audience audience) {
    return reachability(employee, audience).channel(channel);
  }

  /**
   * Answers the decisions on everybody who is shown to that audience, without reasons. A snapshot.
   */
  Map<EmployeeId, Reachability> shown(Audience audience);

  /** Answers what the employee has decided. */
  PresenceSettings settings(EmployeeId employee);

  /** Answers points taken and limit. */
  Workload workload(EmployeeId employee);

  /** Answers the bounds within which every employee chooses the limit. */
  Guardrails guardrails();

  /**
   * Sets the status by hand.
   *
   * @throws IllegalArgumentException when its end has passed or is more than 366 days away
   */
  void setStatus(EmployeeId employee, ManualStatus status);

  /** Takes back what was set by hand. Idempotent. */
  void clearStatus(EmployeeId employee);

  /**
   * Sets the limit.
   *
   * @throws IllegalArgumentException when it is outside the guardrails
   */
  void setLimit(EmployeeId employee, int points);

  /** Sets the rule for an audience. */
  void setRule(EmployeeId employee, Audience audience, AppearanceRule rule);

  /** Sets the working hours. */
  void setHours(EmployeeId employee, WorkingHours hours);

  /**
   * Says that a signed-in device is in use, for a time to live. Not kept beyond it.
   *
   * @param device names the device among the employee's own; 1 to 64 characters
   * @param timeToLive how long this counts, up to one hour
   * @throws IllegalArgumentException when a bound is exceeded
   */
  void heartbeat(EmployeeId employee, String device, Duration timeToLive);

  /** Says that a device is no longer in use. Idempotent. */
  void signOff(EmployeeId employee, String device);

  /** Answers how others would see the employee with another rule, now. Changes nothing. */
  Reachability preview(EmployeeId employee, Audience audience, AppearanceRule rule);

  /** Says that the workload of a person has changed; called by whoever keeps it, after commit. */
  void workloadChanged(EmployeeId employee);

  /** Answers the feed of public changes. */
  PresenceFeed feed();
}
