package org.visavis.presence.spi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.PresenceSettings;

/**
 * Keeps what employees have decided, and the sessions of their devices until they end. Keeps no
 * history. Every method may block, joins the caller's transaction where there is one and never
 * begins one, and throws {@link org.visavis.presence.PresenceStoreException} when the storage
 * fails. Thread-safe.
 */
public interface PresenceStore {

  /** Answers the settings of an employee. */
  Optional<PresenceSettings> find(EmployeeId employee);

  /** Passes all settings to the receiver, ordered by employee. */
  void forEach(Consumer<PresenceSettings> receiver);

  /** Creates or replaces the settings of an employee. */
  void save(PresenceSettings settings);

  /** Removes everything about an employee. Idempotent. */
  void remove(EmployeeId employee);

  /** Keeps a device's session until that instant; a later call replaces it. */
  void saveSession(EmployeeId employee, String device, Instant until);

  /** Removes a device's session. Idempotent. */
  void removeSession(EmployeeId employee, String device);

  /** Answers all sessions that end after that instant, and forgets the others. */
  Map<EmployeeId, Map<String, Instant>> sessions(Instant after);
}
