package org.visavis.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Presence;
import org.visavis.routing.spi.AppointmentStore;
import org.visavis.routing.spi.RequestObserver;
import org.visavis.routing.spi.RequestStore;

/**
 * Times that customers book with an employee. A slot can be had when the employee offers
 * appointments and works, no calendar, status or other booking stands against it, and it is neither
 * too soon nor too far ahead. A booked slot is a claim: nobody else gets it, and it is free again
 * when its request ends or goes to somebody else.
 *
 * <p>All methods that change something work within the caller's transaction where there is one.
 * Thread-safe.
 *
 * <pre>{@code
 * appointments.decide(ada, AppointmentSettings.initial().withOffered(true));
 * Slot first = appointments.slots(ada, PUBLIC, now, now.plus(Duration.ofDays(7))).get(0);
 * NewRequest wish = NewRequest.to(ada, APPOINTMENT, "Umzug", "Ab wann gibt es Strom?", zoe, "key");
 * BookingOutcome outcome = appointments.book(wish, first.start(), PUBLIC);
 * }</pre>
 */
public interface Appointments {

  /** How far one question for slots may look. */
  Duration LONGEST_LOOK = Duration.ofDays(62);

  /**
   * Answers appointments over what presence knows and the stores keep. The routing has {@link
   * #freeing} among its observers.
   *
   * @param presence says when an employee works, and who is shown
   * @param routing takes the requests on
   * @param requests the store of that routing
   * @param store keeps settings and bookings
   * @param clock says what time it is
   * @param observer is told of every time that was booked or moved, within the transaction
   */
  static Appointments over(
      Presence presence,
      Routing routing,
      RequestStore requests,
      AppointmentStore store,
      InstantSource clock,
      RequestObserver observer) {
    return new KeptAppointments(presence, routing, requests, store, clock, observer);
  }

  /**
   * Answers an observer that frees the time of a request that has ended, was declined, or is
   * another employee's by now. What is over stays, for whoever looks back.
   */
  static RequestObserver freeing(AppointmentStore store, InstantSource clock) {
    return (request, events) ->
        store
            .find(request.id())
            .filter(booking -> !booking.isOver(clock.instant()))
            .filter(booking -> !KeptAppointments.keeps(request, booking))
            .ifPresent(booking -> store.remove(booking.claim()));
  }

  /** Answers what an employee has decided about appointments. */
  AppointmentSettings settings(EmployeeId employee);

  /** Takes over what an employee has decided. Bookings stay as they are. */
  void decide(EmployeeId employee, AppointmentSettings settings);

  /**
   * Answers whether customers of that audience can book times with the employee at all; whether
   * there is one is another question. Never for somebody who is hidden or does not exist.
   */
  boolean areOffered(EmployeeId employee, Audience audience);

  /**
   * Answers whether times would be offered to customers of that audience if the employee had room:
   * until then they can wait. Never for somebody who is hidden or does not exist.
   */
  boolean areFull(EmployeeId employee, Audience audience);

  /**
   * Answers the slots that can be had and begin between two instants, in order; none for somebody
   * who is hidden or does not exist. They follow one another without a gap; others in between may
   * be booked as well, on every full five minutes.
   *
   * @param from the first instant
   * @param to the end, exclusive; what lies more than {@link #LONGEST_LOOK} ahead of the first
   *     instant is left out
   */
  List<Slot> slots(EmployeeId employee, Audience audience, Instant from, Instant to);

  /**
   * Answers the slots to which the customer can move the time of a request, or book one where there
   * is none yet; none where that is not possible. The employee may be hidden meanwhile.
   *
   * @throws UnknownRequestException when there is no such request
   */
  List<Slot> slots(RequestToken token, Instant from, Instant to);

  /**
   * Hands a request in and books a time for it: both or neither. Booking again with the same key
   * answers where that request stands.
   *
   * @param wish wants an appointment; what it says to do where there is no room is not looked at,
   *     because a time is with one person
   * @param start when the slot begins
   * @throws IllegalArgumentException when the wish is for another channel
   * @throws IdempotencyConflictException when the key was used with other content or another time
   */
  BookingOutcome book(NewRequest wish, Instant start, Audience audience);

  /**
   * Moves the time of the customer's own request, or books one for a request that has none yet.
   *
   * @param key the idempotency key of this step
   * @throws UnknownRequestException when there is no such request
   */
  BookingOutcome move(RequestToken token, Instant start, String key);

  /** Answers whether the customer can move the time of a request, or book one where none is. */
  boolean canMove(RequestToken token);

  /** Answers an employee's bookings that touch the time between two instants, by start. */
  List<Booking> bookings(EmployeeId employee, Instant from, Instant to);

  /** Answers the time of a request. */
  Optional<Booking> find(RequestId request);

  /** Answers the times of requests; those without one are left out. */
  Map<RequestId, Booking> find(Collection<RequestId> requests);
}
