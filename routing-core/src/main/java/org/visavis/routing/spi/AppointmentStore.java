package org.visavis.routing.spi;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.AppointmentSettings;
import org.visavis.routing.Booking;
import org.visavis.routing.RequestId;
import org.visavis.routing.Slot;

/**
 * Keeps what employees have decided about appointments, and the slots that are taken. The place
 * where no time is booked twice. Methods may block, join the caller's transaction where there is
 * one and never begin one. Thread-safe.
 */
public interface AppointmentStore {

  /** Answers what an employee has decided; empty where he or she has decided nothing. */
  Optional<AppointmentSettings> settings(EmployeeId employee);

  /** Keeps what an employee has decided. Bookings stay as they are. */
  void saveSettings(EmployeeId employee, AppointmentSettings settings);

  /**
   * Keeps a booking, in the place of the one of the same claim, if no other of the employee keeps
   * any of its time free and the day has room for it. Check and keeping are one atomic step, on any
   * number of nodes.
   *
   * @param day the day of its start, as days begin where the employee is
   * @param mostADay how many bookings may start on that day, this one included
   * @return whether it was kept; false as well where the employee has decided nothing
   */
  boolean tryBook(Booking booking, Slot day, int mostADay);

  /** Says which request a booking belongs to. Idempotent; nothing where there is no such claim. */
  void assign(String claim, RequestId request);

  /** Answers the booking of a claim. */
  Optional<Booking> findByClaim(String claim);

  /** Answers the booking of a request. */
  Optional<Booking> find(RequestId request);

  /** Answers the bookings of requests; those without one are left out. */
  Map<RequestId, Booking> find(Collection<RequestId> requests);

  /** Answers an employee's bookings that keep time free between two instants, by start. */
  List<Booking> ofEmployee(EmployeeId employee, Instant from, Instant to);

  /** Frees the time of a claim; answers the booking to exactly one of all concurrent callers. */
  Optional<Booking> remove(String claim);
}
