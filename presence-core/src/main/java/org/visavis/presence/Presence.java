package org.visavis.presence;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.spi.Alarm;
import org.visavis.presence.spi.PresenceStore;

/**
 * The truth about who can be reached, in the hands of the employee.
 *
 * <p>Reads come from memory. Writes go through the store, within the caller's transaction where
 * there is one, and take effect once it is committed. Every method that changes something is the
 * employee's own act; none of them lets anybody else make a person appear. Thread-safe.
 *
 * <p>Setting anything for a person who does not exist throws {@link
 * org.visavis.directory.UnknownEmployeeException}; a person exists once the directory's transaction
 * is committed.
 *
 * <pre>{@code
 * Clock clock = Clock.systemUTC();
 * ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
 * PresenceStore store = new MemoryPresenceStore();
 * Presence presence =
 *     Presence.over(directory, store, clock, ScheduledAlarm.on(timer, clock)).open();
 *
 * presence.setRule(ada, Audience.PUBLIC, AppearanceRule.byLoad(5, 3, AtLimit.VANISH));
 * presence.heartbeat(ada, "web", Duration.ofMinutes(2));
 * Openness phone = presence.openness(ada, Channel.PHONE, Audience.PUBLIC);
 * }</pre>
 */
public interface Presence extends AutoCloseable {

  /**
   * Begins a presence of the people in that directory; {@link PresenceBuilder#open} ends it.
   *
   * @param directory says who exists and which channels each offers
   * @param store keeps what employees decide; nobody else writes to it
   * @param clock says what time it is
   * @param alarm wakes at the next instant at which a decision changes by time alone
   */
  static PresenceBuilder over(
      Directory directory, PresenceStore store, InstantSource clock, Alarm alarm) {
    return new PresenceBuilder(directory, store, clock, alarm);
  }

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

  /**
   * Answers what the employee has decided.
   *
   * @throws org.visavis.directory.UnknownEmployeeException when there is no such person
   */
  PresenceSettings settings(EmployeeId employee);

  /**
   * Answers points taken and limit.
   *
   * @throws org.visavis.directory.UnknownEmployeeException when there is no such person
   */
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
   * Sets the limit. Whoever hands out work takes it over in the same transaction. The dwell does
   * not hold back what follows from it.
   *
   * @throws IllegalArgumentException when it is outside the guardrails
   */
  void setLimit(EmployeeId employee, int points);

  /** Sets the rule for an audience. A changed rule acts at once, without memory of the last one. */
  void setRule(EmployeeId employee, Audience audience, AppearanceRule rule);

  /** Sets the working hours. */
  void setHours(EmployeeId employee, WorkingHours hours);

  /**
   * Says that a signed-in device is in use, for a time to live. Not kept beyond it.
   *
   * @param device names the device among the employee's own; 1 to 64 characters
   * @param timeToLive how long this counts, up to one hour
   * @throws IllegalArgumentException when a bound is exceeded, or 20 other devices are in use
   */
  void heartbeat(EmployeeId employee, String device, Duration timeToLive);

  /** Says that a device is no longer in use. Idempotent. */
  void signOff(EmployeeId employee, String device);

  /**
   * Answers how others would see the employee with another rule, now. Changes nothing.
   *
   * @throws org.visavis.directory.UnknownEmployeeException when there is no such person
   */
  Reachability preview(EmployeeId employee, Audience audience, AppearanceRule rule);

  /**
   * Says that the workload of a person has changed; called by whoever keeps it, after commit and
   * without holding a lock. Asks the workload source, so it may block. Unknown people are ignored.
   */
  void workloadChanged(EmployeeId employee);

  /** Answers the feed of public changes. */
  PresenceFeed feed();

  /** Lets go of the directory and the alarm; the last answers stay. Idempotent. */
  @Override
  void close();
}
