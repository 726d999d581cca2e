package org.visavis.presence.spi;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarId;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.LoadState;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.RuleScope;
import org.visavis.presence.Session;

/**
 * Keeps what employees have decided, what their calendars say, and the sessions of their clients
 * until they end. Keeps no history. Instants are kept to the microsecond or finer, those of
 * calendars to the second. Every method may block, joins the caller's transaction where there is
 * one and never begins one, and throws {@link org.visavis.presence.PresenceStoreException} when the
 * storage fails. Thread-safe.
 */
public interface PresenceStore {

  /**
   * Answers the settings of an employee, as the caller's transaction sees them; empty for one who
   * has decided nothing.
   */
  Optional<PresenceSettings> find(EmployeeId employee);

  /**
   * Passes all settings to the receiver, in any order; those who have only a state of hysteresis
   * are passed with {@link PresenceSettings#initial} around it.
   */
  void forEach(Consumer<PresenceSettings> receiver);

  /**
   * Creates or replaces what an employee has decided; the states of hysteresis stay as they are.
   * Keeps others from replacing it until the caller's transaction ends, or fails when they did.
   */
  void save(PresenceSettings settings);

  /**
   * Replaces the states of hysteresis, and touches nothing that the employee has decided.
   * Idempotent.
   */
  void saveLoadStates(EmployeeId employee, Map<RuleScope, LoadState> states);

  /** Removes everything about an employee. Idempotent. */
  void remove(EmployeeId employee);

  /** Keeps a client's session until its end; a later call for the client replaces it. */
  void saveSession(EmployeeId employee, Session session);

  /** Removes a client's session. Idempotent. */
  void removeSession(EmployeeId employee, String client);

  /** Answers all sessions that end after that instant, those of a person in any order. */
  Map<EmployeeId, List<Session>> sessions(Instant after);

  /** Creates or replaces a calendar's subscription; what the calendar says stays as it is. */
  void saveSubscription(EmployeeId employee, CalendarSubscription subscription);

  /** Answers the subscriptions of an employee, ordered by calendar. */
  List<CalendarSubscription> subscriptions(EmployeeId employee);

  /** Answers everybody's subscriptions, those of a person ordered by calendar. */
  Map<EmployeeId, List<CalendarSubscription>> subscriptions();

  /** Creates or replaces what a calendar says. */
  void saveCalendar(EmployeeId employee, CalendarId calendar, CalendarEntries entries);

  /** Removes a calendar: its subscription and what it says. Idempotent. */
  void removeCalendar(EmployeeId employee, CalendarId calendar);

  /** Passes what all calendars say to the receiver, in any order. */
  void forEachCalendar(CalendarReceiver receiver);

  /**
   * Forgets what has ended at or before that instant: sessions, statuses set by hand, shares of the
   * limit, absences whose ramp is over, and of calendars the entries that have ended. Idempotent.
   */
  void forgetEnded(Instant by);

  /** Takes in what one calendar says. */
  @FunctionalInterface
  interface CalendarReceiver {

    /** Takes the entries of one calendar. */
    void take(EmployeeId employee, CalendarId calendar, CalendarEntries entries);
  }
}
