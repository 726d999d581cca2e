package org.visavis.presence.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.LoadState;
import org.visavis.presence.PresenceSettings;

/**
 * Keeps what employees have decided, and the sessions of their devices until they end. Keeps no
 * history. Instants are kept to the microsecond or finer. Every method may block, joins the
 * caller's transaction where there is one and never begins one, and throws {@link
 * org.visavis.presence.PresenceStoreException} when the storage fails. Thread-safe.
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
  void saveLoadStates(EmployeeId employee, Map<Audience, LoadState> states);

  /** Removes everything about an employee. Idempotent. */
  void remove(EmployeeId employee);

  /** Keeps a device's session until that instant; a later call replaces it. */
  void saveSession(EmployeeId employee, String device, Instant until);

  /** Removes a device's session. Idempotent. */
  void removeSession(EmployeeId employee, String device);

  /** Answers all sessions that end after that instant. */
  Map<EmployeeId, Map<String, Instant>> sessions(Instant after);

  /**
   * Forgets what has ended at or before that instant: sessions, and statuses set by hand.
   * Idempotent.
   */
  void forgetEnded(Instant by);
}
