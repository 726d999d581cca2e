package org.visavis.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.UnknownEmployeeException;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Openness;
import org.visavis.presence.Presence;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;
import org.visavis.routing.spi.AppointmentStore;
import org.visavis.routing.spi.RequestObserver;
import org.visavis.routing.spi.RequestStore;

/** Appointments in a store that books each time once. */
final class KeptAppointments implements Appointments {

  /** How far the next times are looked for when one is gone, and how many are told. */
  private static final Duration NEXT_WITHIN = Duration.ofDays(14);

  private static final int MOST_TOLD = 12;

  /** More than the longest appointment with what is kept free around it. */
  private static final Duration AROUND = Duration.ofDays(2);

  private final Presence presence;
  private final Routing routing;
  private final RequestStore requests;
  private final AppointmentStore store;
  private final InstantSource clock;
  private final Notes notes;

  KeptAppointments(
      Presence presence,
      Routing routing,
      RequestStore requests,
      AppointmentStore store,
      InstantSource clock,
      RequestObserver observer) {
    this.presence = presence;
    this.routing = routing;
    this.requests = requests;
    this.store = store;
    this.clock = clock;
    notes = new Notes(requests, observer, clock);
  }

  @Override
  public AppointmentSettings settings(EmployeeId employee) {
    return store.settings(employee).orElseGet(AppointmentSettings::initial);
  }

  @Override
  public void decide(EmployeeId employee, AppointmentSettings settings) {
    store.saveSettings(employee, settings);
  }

  @Override
  public boolean areOffered(EmployeeId employee, Audience audience) {
    return offers(employee, audience, Openness.OPEN);
  }

  @Override
  public boolean areFull(EmployeeId employee, Audience audience) {
    return offers(employee, audience, Openness.WAITLIST);
  }

  private boolean offers(EmployeeId employee, Audience audience, Openness at) {
    return presence.openness(employee, Channel.APPOINTMENT, audience) == at
        && settings(employee).offered()
        && worksByHours(employee);
  }

  /** Without working hours nothing says that a night is no time to meet. */
  private boolean worksByHours(EmployeeId employee) {
    return !presence.settings(employee).hours().spans().isEmpty();
  }

  @Override
  public List<Slot> slots(EmployeeId employee, Audience audience, Instant from, Instant to) {
    return areOffered(employee, audience) ? slots(employee, Optional.empty(), from, to) : List.of();
  }

  @Override
  public List<Slot> slots(RequestToken token, Instant from, Instant to) {
    Request request = requests.find(token).orElseThrow(UnknownRequestException::new);
    Optional<Booking> booking = store.find(request.id());
    return canMove(request, booking)
        ? slots(request.employee(), booking.map(Booking::claim), from, to)
        : List.of();
  }

  private List<Slot> slots(
      EmployeeId employee, Optional<String> without, Instant from, Instant to) {
    Instant now = clock.instant();
    Instant first = from.isBefore(now) ? now : from;
    Instant last = to.isAfter(first.plus(LONGEST_LOOK)) ? first.plus(LONGEST_LOOK) : to;
    return first.isBefore(last)
        ? freeTimes(employee, without, first, last, now).slots(first, last)
        : List.of();
  }

  private FreeTimes freeTimes(
      EmployeeId employee, Optional<String> without, Instant from, Instant to, Instant now) {
    PresenceSettings settings = presence.settings(employee);
    ZoneId zone = settings.hours().zone();
    // From midnight on, so that a day has the same slots whenever it is looked at.
    Instant start = LocalDate.ofInstant(from, zone).minusDays(1).atStartOfDay(zone).toInstant();
    Instant end = to.plus(AROUND);
    return new FreeTimes(
        settings(employee),
        presence.work(employee, start, end),
        zone,
        busy(employee, settings.manual(), now),
        store.ofEmployee(employee, start, end).stream()
            .filter(booking -> without.filter(booking.claim()::equals).isEmpty())
            .toList(),
        now);
  }

  /**
   * Answers what keeps the employee busy. A calendar that could not be read lately counts as it was
   * read last: rather no slot than one that cannot be kept.
   */
  private List<Slot> busy(EmployeeId employee, Optional<ManualStatus> manual, Instant now) {
    List<Slot> busy = new ArrayList<>();
    for (CalendarEntries calendar : presence.calendars(employee).values()) {
      calendar.entries().stream()
          .filter(entry -> entry.meaning() != Status.AVAILABLE)
          .forEach(entry -> busy.add(new Slot(entry.start(), entry.end())));
    }
    manual
        .filter(status -> status.status() != Status.AVAILABLE && now.isBefore(status.until()))
        .ifPresent(status -> busy.add(new Slot(now, status.until())));
    return busy;
  }

  @Override
  public BookingOutcome book(NewRequest wish, Instant start, Audience audience) {
    if (wish.channel() != Channel.APPOINTMENT) {
      throw new IllegalArgumentException("A time is booked for an appointment");
    }
    NewRequest asking = wish.orFirstFreeOf(List.of()).orElse(IfUnavailable.ASK);
    return again(asking, start, audience).orElseGet(() -> bookAnew(asking, start, audience));
  }

  /** Answers the same once more to whoever comes with the same key. */
  private Optional<BookingOutcome> again(NewRequest wish, Instant start, Audience audience) {
    Optional<Booking> known = store.findByClaim(wish.key());
    if (known.isEmpty()) {
      return Optional.empty();
    }
    Booking booking = known.get();
    if (!booking.employee().equals(wish.employee())
        || (booking.moves() == 0 && !booking.slot().start().equals(start))) {
      throw new IdempotencyConflictException();
    }
    return Optional.of(handIn(wish, booking, audience));
  }

  private BookingOutcome bookAnew(NewRequest wish, Instant start, Audience audience) {
    EmployeeId employee = wish.employee();
    Optional<RoutingDecision> refused = refused(wish, audience);
    if (refused.isPresent()) {
      return new BookingOutcome.NotAssigned(refused.get());
    }
    if (!areOffered(employee, audience) || !isWithinReason(start)) {
      return new BookingOutcome.NotFree(List.of());
    }
    Booking booking = booking(wish.key(), employee, start, Optional.empty());
    if (!tryBook(booking)) {
      return again(wish, start, audience)
          .orElseGet(() -> new BookingOutcome.NotFree(next(employee, Optional.empty(), start)));
    }
    try {
      return handIn(wish, booking, audience);
    } catch (RuntimeException e) {
      free(booking, e);
      throw e;
    }
  }

  /** Where there is a transaction it takes the booking back, and may not be used any more. */
  private void free(Booking booking, RuntimeException failure) {
    try {
      store.remove(booking.claim());
    } catch (RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  private Optional<RoutingDecision> refused(NewRequest wish, Audience audience) {
    Reachability reachability = presence.reachability(wish.employee(), audience);
    if (!reachability.shown()) {
      return Optional.of(new RoutingDecision.Refused(Refusal.UNKNOWN_EMPLOYEE, List.of()));
    }
    Openness openness = reachability.channel(Channel.APPOINTMENT);
    if (openness == Openness.OPEN) {
      return Optional.empty();
    }
    return Optional.of(
        new RoutingDecision.Refused(
            openness == Openness.WAITLIST ? Refusal.AT_LIMIT : Refusal.CHANNEL_CLOSED,
            routing.alternatives(
                wish.employee(), Channel.APPOINTMENT, wish.customer().language())));
  }

  private BookingOutcome handIn(NewRequest wish, Booking booking, Audience audience) {
    RoutingDecision decision = routing.submit(wish, audience);
    Optional<Request> assigned =
        decision instanceof RoutingDecision.Assigned kept
            ? Optional.of(kept.request()).filter(request -> keeps(request, booking))
            : Optional.empty();
    if (assigned.isEmpty()) {
      store.remove(booking.claim());
      return new BookingOutcome.NotAssigned(decision);
    }
    RequestId id = assigned.get().id();
    if (booking.request().isPresent()) {
      return new BookingOutcome.Booked(assigned.get(), booking);
    }
    store.assign(booking.claim(), id);
    return noted(id, Optional.empty(), booking.of(id));
  }

  private BookingOutcome noted(RequestId id, Optional<String> key, Booking booking) {
    return notes
        .append(
            id,
            key,
            request -> keeps(request, booking),
            TimelineEvent.Kind.BOOKED,
            booking.slot().text())
        .<BookingOutcome>map(request -> new BookingOutcome.Booked(request, booking))
        .orElseGet(
            () -> {
              store.remove(booking.claim());
              return new BookingOutcome.NotPossible(
                  requests.find(id).orElseThrow(UnknownRequestException::new));
            });
  }

  /** Answers whether a request as it stands keeps a booking. */
  static boolean keeps(Request request, Booking booking) {
    return request.employee().equals(booking.employee())
        && !request.state().isEnded()
        && request.state() != RequestState.OFFERED;
  }

  @Override
  public BookingOutcome move(RequestToken token, Instant start, String key) {
    Words.requireKey(key);
    Request request = requests.find(token).orElseThrow(UnknownRequestException::new);
    RequestId id = request.id();
    Optional<Booking> known = store.find(id);
    boolean done =
        known.filter(booking -> booking.slot().start().equals(start)).isPresent()
            || requests.hasStep(id, key);
    if (done && known.isPresent()) {
      return new BookingOutcome.Booked(request, known.get());
    }
    if (!canMove(request, known)) {
      return new BookingOutcome.NotPossible(request);
    }
    if (!isWithinReason(start)) {
      return new BookingOutcome.NotFree(next(request.employee(), claimOf(known), clock.instant()));
    }
    Booking wanted = booking("request:" + id, request.employee(), start, known);
    return tryBook(wanted)
        ? assigned(id, key, wanted)
        : new BookingOutcome.NotFree(next(request.employee(), claimOf(known), start));
  }

  private static Optional<String> claimOf(Optional<Booking> booking) {
    return booking.map(Booking::claim);
  }

  private BookingOutcome assigned(RequestId id, String key, Booking booking) {
    if (booking.request().isEmpty()) {
      store.assign(booking.claim(), id);
    }
    return noted(id, Optional.of(key), booking.of(id));
  }

  /** What lies further away than anybody plans is not worked out. */
  private boolean isWithinReason(Instant start) {
    Instant now = clock.instant();
    return !start.isBefore(now)
        && start.isBefore(now.plus(Duration.ofDays(AppointmentSettings.MAX_HORIZON_DAYS + 1L)));
  }

  private boolean canMove(Request request, Optional<Booking> booking) {
    return request.channel() == Channel.APPOINTMENT
        && request.state().isInCare()
        && booking.filter(known -> !clock.instant().isBefore(known.slot().start())).isEmpty()
        && settings(request.employee()).offered()
        && exists(request.employee())
        && worksByHours(request.employee());
  }

  /** Somebody who left is known to requests, and not to presence. */
  private boolean exists(EmployeeId employee) {
    try {
      presence.workload(employee);
      return true;
    } catch (UnknownEmployeeException e) {
      return false;
    }
  }

  /** Answers the booking of a time, which may not be free, in the place of the one before. */
  private Booking booking(
      String claim, EmployeeId employee, Instant start, Optional<Booking> before) {
    AppointmentSettings settings = settings(employee);
    Slot slot = Slot.of(start, settings.length());
    Slot kept = new Slot(slot.start().minus(settings.before()), slot.end().plus(settings.after()));
    return before
        .map(booking -> booking.movedTo(slot, kept))
        .orElseGet(() -> new Booking(claim, Optional.empty(), employee, slot, kept, 0));
  }

  private boolean tryBook(Booking booking) {
    Instant start = booking.slot().start();
    Instant now = clock.instant();
    FreeTimes free =
        freeTimes(
            booking.employee(),
            Optional.of(booking.claim()),
            start,
            start.plus(AppointmentSettings.STEP),
            now);
    return free.isFree(start)
        && store.tryBook(booking, free.dayOf(start), settings(booking.employee()).mostADay());
  }

  private List<Slot> next(EmployeeId employee, Optional<String> without, Instant around) {
    Instant now = clock.instant();
    Instant from = around.isBefore(now) ? now : around.minus(Duration.ofHours(12));
    return slots(employee, without, from, from.plus(NEXT_WITHIN)).stream()
        .limit(MOST_TOLD)
        .toList();
  }

  @Override
  public boolean canMove(RequestToken token) {
    return requests
        .find(token)
        .filter(request -> canMove(request, store.find(request.id())))
        .isPresent();
  }

  @Override
  public List<Booking> bookings(EmployeeId employee, Instant from, Instant to) {
    return store.ofEmployee(employee, from, to);
  }

  @Override
  public Optional<Booking> find(RequestId request) {
    return store.find(request);
  }

  @Override
  public Map<RequestId, Booking> find(Collection<RequestId> requests) {
    return store.find(requests);
  }
}
