package org.visavis.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.spi.Alarm;
import org.visavis.presence.spi.PresenceStore;
import org.visavis.presence.spi.PublicHolidays;

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
   * Answers points taken, and the limit as it holds now: the employee's own, or the part of it that
   * a share or a ramp leaves.
   *
   * @throws org.visavis.directory.UnknownEmployeeException when there is no such person
   */
  Workload workload(EmployeeId employee);

  /** Answers the bounds within which every employee chooses the limit. */
  Guardrails guardrails();

  /**
   * Answers why the employee is seen as he or she is: the decision with its reasons, and each
   * source of the status with its age and its standing.
   *
   * @throws org.visavis.directory.UnknownEmployeeException when there is no such person
   */
  Explanation explanation(EmployeeId employee, Audience audience);

  /**
   * Answers how others would see the employee now, had he or she decided otherwise. Changes
   * nothing. What is decided anew acts at once, as it would.
   *
   * <pre>{@code
   * presence.preview(ada, Audience.PUBLIC, settings -> settings.withLimit(3));
   * }</pre>
   *
   * @param wish answers the settings as they might be
   * @throws org.visavis.directory.UnknownEmployeeException when there is no such person
   * @throws IllegalArgumentException when the wish is out of its bounds
   */
  Reachability preview(
      EmployeeId employee, Audience audience, UnaryOperator<PresenceSettings> wish);

  /**
   * Answers how others would see the employee with another rule, now. Changes nothing.
   *
   * @throws org.visavis.directory.UnknownEmployeeException when there is no such person
   */
  default Reachability preview(EmployeeId employee, Audience audience, AppearanceRule rule) {
    return preview(employee, audience, settings -> settings.withRule(audience, rule));
  }

  /**
   * Sets the status by hand.
   *
   * @throws IllegalArgumentException when its end has passed or is more than 366 days away
   */
  void setStatus(EmployeeId employee, ManualStatus status);

  /** Takes back what was set by hand. Idempotent. */
  void clearStatus(EmployeeId employee);

  /**
   * Says that the employee has just done something by hand, such as signing in or answering a
   * request: a status set <i>until I am back</i> ends. Not kept. A client that was silent and
   * speaks, or turns available, says the same by itself.
   */
  void active(EmployeeId employee);

  /**
   * Plans an absence, or replaces the one of the same id. A deputy who was not the deputy before
   * has not agreed, whatever the absence says: only the deputy can.
   *
   * @throws IllegalArgumentException when it has ended, begins more than 1,100 days ahead, or there
   *     are too many, or the deputy does not exist
   * @throws DeputyCycleException when deputies would go round in a circle; it names them
   */
  void setAbsence(EmployeeId employee, Absence absence);

  /** Takes an absence back, or ends it early. Idempotent. */
  void removeAbsence(EmployeeId employee, AbsenceId absence);

  /**
   * Answers what colleagues ask the employee to stand in for, ordered by start; those that have
   * ended are gone.
   *
   * @throws org.visavis.directory.UnknownEmployeeException when there is no such person
   */
  List<DeputyRequest> deputyRequests(EmployeeId deputy);

  /**
   * Agrees to stand in, or takes that back. It is the deputy's own act.
   *
   * @return whether that person asked the deputy for that absence
   */
  boolean answerDeputyRequest(
      EmployeeId deputy, EmployeeId absent, AbsenceId absence, boolean agrees);

  /**
   * Answers who stands in for somebody who is absent now: the first at work in the chain of
   * deputies who have agreed. Nobody, where either is not shown to that audience, or nobody is
   * absent.
   */
  Optional<EmployeeId> deputy(EmployeeId absent, Audience audience);

  /**
   * Sets the limit. Whoever hands out work takes it over in the same transaction. The dwell does
   * not hold back what follows from it.
   *
   * @throws IllegalArgumentException when it is outside the guardrails
   */
  void setLimit(EmployeeId employee, int points);

  /**
   * Says that the employee takes on a part of the limit for a while, or the limit in full. It goes
   * before a ramp after an absence.
   *
   * @throws IllegalArgumentException when its end has passed or is more than 366 days away
   */
  void setShare(EmployeeId employee, Optional<Share> share);

  /**
   * Sets the limit of a channel, in effort points, or takes it away.
   *
   * @throws IllegalArgumentException when it is out of 0 to {@link
   *     PresenceSettings#MAX_CHANNEL_LIMIT}
   */
  void setChannelLimit(EmployeeId employee, Channel channel, Optional<Integer> points);

  /** Sets the rule for an audience. A changed rule acts at once, without memory of the last one. */
  default void setRule(EmployeeId employee, Audience audience, AppearanceRule rule) {
    setRule(employee, RuleScope.of(audience), Optional.of(rule));
  }

  /**
   * Sets the rule for an audience or for one channel, or takes it away, so that what the public
   * sees holds. The rule of a channel only ever narrows what the rule for the person leaves open.
   */
  void setRule(EmployeeId employee, RuleScope scope, Optional<AppearanceRule> rule);

  /** Sets the working hours. */
  void setHours(EmployeeId employee, WorkingHours hours);

  /**
   * Answers when the employee plans to work between two instants: within the working hours, on no
   * public holiday, in no absence, and not after the last day. Whoever has no working hours works
   * at any time but on a holiday. What calendars say is not looked at: a meeting is work.
   *
   * @param from the first instant
   * @param to the end, exclusive, at most {@link CalendarEntries#AHEAD} later
   * @return the times in order, apart from each other
   * @throws org.visavis.directory.UnknownEmployeeException when there is no such person
   * @throws IllegalArgumentException when more is asked for
   */
  List<WorkPeriod> work(EmployeeId employee, Instant from, Instant to);

  /**
   * Says what a connector reports of the employee, for a time to live. Not kept beyond it.
   *
   * @param client names the connector among the employee's own clients; 1 to 64 characters
   * @param timeToLive how long this counts, up to one hour
   * @throws IllegalArgumentException when a bound is exceeded, or {@link Session#MAX_CLIENTS} other
   *     clients are in use
   */
  void setSession(EmployeeId employee, String client, Session.State state, Duration timeToLive);

  /**
   * Says that a signed-in device is in use, for a time to live. Not kept beyond it.
   *
   * @param device names the device among the employee's own clients; 1 to 64 characters
   * @param timeToLive how long this counts, up to one hour
   * @throws IllegalArgumentException when a bound is exceeded, or {@link Session#MAX_CLIENTS} other
   *     clients are in use
   */
  default void heartbeat(EmployeeId employee, String device, Duration timeToLive) {
    setSession(employee, device, Session.State.IN_USE, timeToLive);
  }

  /** Says that a client is no longer in use. Idempotent. */
  void signOff(EmployeeId employee, String client);

  /**
   * Answers the sessions that count now.
   *
   * @throws org.visavis.directory.UnknownEmployeeException when there is no such person
   */
  List<Session> sessions(EmployeeId employee);

  /**
   * Creates or replaces a calendar's subscription: its address, its rules and how it went. What the
   * calendar says stays as it is. Nothing is fetched here.
   *
   * @throws IllegalArgumentException when there are {@link CalendarSubscription#MAX_CALENDARS}
   *     others
   */
  void subscribe(EmployeeId employee, CalendarSubscription subscription);

  /**
   * Answers the employee's calendars, ordered by id. Reads the store.
   *
   * @throws org.visavis.directory.UnknownEmployeeException when there is no such person
   */
  List<CalendarSubscription> subscriptions(EmployeeId employee);

  /** Answers everybody's calendars, for whoever fetches them. Reads the store. */
  Map<EmployeeId, List<CalendarSubscription>> subscriptions();

  /**
   * Takes over what a calendar says, in the place of what it said. Entries that have ended are left
   * out.
   *
   * @throws IllegalArgumentException when there are {@link CalendarSubscription#MAX_CALENDARS}
   *     other calendars
   */
  void setCalendar(EmployeeId employee, CalendarId calendar, CalendarEntries entries);

  /** Forgets a calendar: its subscription and what it said. Idempotent. */
  void removeCalendar(EmployeeId employee, CalendarId calendar);

  /**
   * Answers what the employee's calendars say, stale ones included, each with the time at which it
   * was read.
   *
   * @throws org.visavis.directory.UnknownEmployeeException when there is no such person
   */
  Map<CalendarId, CalendarEntries> calendars(EmployeeId employee);

  /**
   * Says that the workload of a person has changed; called by whoever keeps it, after commit and
   * without holding a lock. Asks the workload source, so it may block. Unknown people are ignored.
   */
  void workloadChanged(EmployeeId employee);

  /**
   * Takes over another source of public holidays, such as one that takes too long to be ready at
   * the start, and decides anew on everybody. Changes nothing that anybody has decided.
   *
   * @param holidays is asked from now on, also for years that were asked for before
   */
  void useHolidays(PublicHolidays holidays);

  /** Answers the feed of public changes. */
  PresenceFeed feed();

  /** Lets go of the directory and the alarm; the last answers stay. Idempotent. */
  @Override
  void close();
}
