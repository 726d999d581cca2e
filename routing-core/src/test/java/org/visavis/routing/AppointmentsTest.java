package org.visavis.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarEntry;
import org.visavis.presence.CalendarId;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Openness;
import org.visavis.presence.Status;
import org.visavis.presence.WorkingHours;
import org.visavis.routing.memory.MemoryAppointmentStore;
import org.visavis.routing.memory.MemoryLeaseStore;
import org.visavis.routing.memory.MemoryLedger;
import org.visavis.routing.memory.MemoryRequestStore;

class AppointmentsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /** Nine in UTC on a Monday, which is ten in Berlin. */
  private final MovedClock clock = new MovedClock();

  private final MemoryLedger ledger = new MemoryLedger();
  private final MemoryRequestStore requests = new MemoryRequestStore();
  private final MemoryAppointmentStore store = new MemoryAppointmentStore();
  private final StagedPresence presence = new StagedPresence(ledger);
  private final List<TimelineEvent> observed = new ArrayList<>();
  private final Routing routing =
      Routing.over(presence, ledger, new MemoryLeaseStore(), requests, clock)
          .observer(Appointments.freeing(store, clock))
          .build();
  private final Appointments appointments =
      Appointments.over(
          presence, routing, requests, store, clock, (request, events) -> observed.addAll(events));
  private final EmployeeId anna = presence.show("anna", 50);

  @BeforeEach
  void annaOffersHalfHoursOnMondaysAndTuesdays() {
    presence.setHours(anna, WorkingHours.parse(BERLIN, "Mon-Tue 09:00-12:00 13:00-15:00"));
    appointments.decide(anna, settings(30, 0, 0, Duration.ofHours(2), 28, 50));
  }

  private static AppointmentSettings settings(
      int length, int before, int after, Duration notice, int horizon, int mostADay) {
    return new AppointmentSettings(
        true,
        Duration.ofMinutes(length),
        Duration.ofMinutes(before),
        Duration.ofMinutes(after),
        notice,
        horizon,
        mostADay);
  }

  private static Instant berlin(String local) {
    return LocalDateTime.parse(local).atZone(BERLIN).toInstant();
  }

  /** The starts of a day's slots, as Anna's clock shows them. */
  private List<String> day(String date) {
    Instant from = LocalDate.parse(date).atStartOfDay(BERLIN).toInstant();
    Instant to = LocalDate.parse(date).plusDays(1).atStartOfDay(BERLIN).toInstant();
    return appointments.slots(anna, Audience.PUBLIC, from, to).stream()
        .map(slot -> slot.start().atZone(BERLIN).toLocalTime().toString())
        .toList();
  }

  private static NewRequest wish(EmployeeId employee, String key) {
    Customer zoe = Customer.of("Zoë", "zoe@post.example", Locale.GERMAN);
    return NewRequest.to(
        employee, Channel.APPOINTMENT, "Umzug", "Ab wann gibt es Strom?", zoe, key);
  }

  private BookingOutcome book(String start) {
    return appointments.book(
        wish(anna, UUID.randomUUID().toString()), berlin(start), Audience.PUBLIC);
  }

  private BookingOutcome.Booked booked(String start) {
    return (BookingOutcome.Booked) book(start);
  }

  @Test
  void slotsFollowOneAnotherInTheHoursAfterTheNotice() {
    assertThat(day("2026-03-02")).containsExactly("13:00", "13:30", "14:00", "14:30");
    clock.move(Duration.ofMinutes(-31));
    assertThat(day("2026-03-02")).startsWith("11:30", "13:00");
    assertThat(day("2026-03-03"))
        .containsExactly(
            "09:00", "09:30", "10:00", "10:30", "11:00", "11:30", "13:00", "13:30", "14:00",
            "14:30");
    assertThat(day("2026-03-04")).isEmpty();
  }

  @Test
  void nobodyIsBookedBeyondTheHorizon() {
    appointments.decide(anna, settings(30, 0, 0, Duration.ZERO, 1, 50));
    assertThat(day("2026-03-03")).containsExactly("09:00", "09:30", "10:00");
    assertThat(book("2026-03-03T10:30")).isInstanceOf(BookingOutcome.NotFree.class);
  }

  @Test
  void aBookedSlotIsGoneAndItsRequestIsWithThePerson() {
    BookingOutcome.Booked outcome = booked("2026-03-03T10:00");
    assertThat(outcome.request().state()).isEqualTo(RequestState.ACCEPTED);
    assertThat(outcome.booking().slot())
        .isEqualTo(new Slot(berlin("2026-03-03T10:00"), berlin("2026-03-03T10:30")));
    assertThat(appointments.find(outcome.request().id())).contains(outcome.booking());
    assertThat(TestRouting.kinds(outcome.request()))
        .containsExactly(
            TimelineEvent.Kind.RECEIVED, TimelineEvent.Kind.ACCEPTED, TimelineEvent.Kind.BOOKED);
    assertThat(Slot.parse(outcome.request().timeline().get(2).text()))
        .isEqualTo(outcome.booking().slot());
    assertThat(observed).extracting(TimelineEvent::kind).containsExactly(TimelineEvent.Kind.BOOKED);
    assertThat(day("2026-03-03")).doesNotContain("10:00").contains("09:30", "10:30");
  }

  @Test
  void whoIsTooLateIsToldTheNextTimesAndNothingIsKept() {
    booked("2026-03-03T10:00");
    BookingOutcome outcome = book("2026-03-03T10:00");
    assertThat(((BookingOutcome.NotFree) outcome).others())
        .hasSize(12)
        .contains(Slot.of(berlin("2026-03-03T10:30"), Duration.ofMinutes(30)));
    assertThat(requests.ofEmployee(anna, java.util.Set.of(RequestState.values()))).hasSize(1);
    assertThat(ledger.taken(anna)).isEqualTo(1);
  }

  @Test
  void timeIsKeptFreeBeforeAndAfter() {
    appointments.decide(anna, settings(30, 10, 20, Duration.ofHours(2), 28, 50));
    booked("2026-03-03T10:00");
    assertThat(day("2026-03-03"))
        .as("9:00 would reach to 9:50 and 9:20 to 10:10")
        .containsExactly("09:00", "11:00", "11:30", "13:00", "13:30", "14:00", "14:30");
    assertThat(book("2026-03-03T10:55")).isInstanceOf(BookingOutcome.NotFree.class);
    assertThat(book("2026-03-03T09:05")).isInstanceOf(BookingOutcome.NotFree.class);
    assertThat(book("2026-03-03T09:00")).isInstanceOf(BookingOutcome.Booked.class);
  }

  @Test
  void whatCalendarsAndAStatusSayIsNotBooked() {
    Instant now = clock.instant();
    presence.setCalendar(
        anna,
        CalendarId.of("own"),
        new CalendarEntries(
            List.of(
                CalendarEntry.of(
                    berlin("2026-03-03T09:15"),
                    berlin("2026-03-03T10:10"),
                    CalendarEntry.Kind.TENTATIVE),
                new CalendarEntry(
                    berlin("2026-03-03T13:00"),
                    berlin("2026-03-03T15:00"),
                    CalendarEntry.Kind.BUSY,
                    Optional.of(Status.AVAILABLE))),
            now.minus(Duration.ofDays(2)),
            now.minus(Duration.ofDays(1))));
    presence.setStatus(anna, ManualStatus.until(Status.BUSY, berlin("2026-03-02T14:00")));
    assertThat(day("2026-03-02")).containsExactly("14:00", "14:30");
    assertThat(day("2026-03-03"))
        .containsExactly("10:10", "10:40", "11:10", "13:00", "13:30", "14:00", "14:30");
  }

  @Test
  void aDayIsFullAtItsLargestNumber() {
    appointments.decide(anna, settings(30, 0, 0, Duration.ZERO, 28, 2));
    booked("2026-03-03T09:00");
    booked("2026-03-03T14:00");
    assertThat(day("2026-03-03")).isEmpty();
    assertThat(book("2026-03-03T10:00")).isInstanceOf(BookingOutcome.NotFree.class);
    assertThat(day("2026-03-09")).isNotEmpty();
  }

  @Test
  void slotsBeginAtFullFiveMinutesOnly() {
    assertThat(book("2026-03-03T10:05")).isInstanceOf(BookingOutcome.Booked.class);
    assertThat(book("2026-03-03T11:07")).isInstanceOf(BookingOutcome.NotFree.class);
    assertThat(book("2026-03-03T14:45"))
        .as("ends too late")
        .isInstanceOf(BookingOutcome.NotFree.class);
    assertThat(book("2026-03-03T11:45"))
        .as("in the break")
        .isInstanceOf(BookingOutcome.NotFree.class);
    assertThat(book("2026-03-02T09:00")).as("is over").isInstanceOf(BookingOutcome.NotFree.class);
    assertThat(book("+9999-03-02T09:00".replace("+", "")))
        .isInstanceOf(BookingOutcome.NotFree.class);
  }

  @Test
  void theNightOfTheChangeToSummerTimeHasAnHourLess() {
    presence.setHours(anna, WorkingHours.parse(BERLIN, "Sun 01:00-05:00"));
    appointments.decide(anna, settings(60, 0, 0, Duration.ZERO, 60, 50));
    assertThat(day("2026-03-22")).containsExactly("01:00", "02:00", "03:00", "04:00");
    assertThat(day("2026-03-29")).containsExactly("01:00", "03:00", "04:00");
  }

  @Test
  void theNightOfTheChangeToWinterTimeHasAnHourMore() {
    clock.move(Duration.ofDays(220));
    presence.setHours(anna, WorkingHours.parse(BERLIN, "Sun 01:00-05:00"));
    appointments.decide(anna, settings(60, 0, 0, Duration.ZERO, 60, 50));
    assertThat(day("2026-10-25")).containsExactly("01:00", "02:00", "02:00", "03:00", "04:00");
  }

  @Test
  void somebodyHiddenLooksLikeNobody() {
    Instant soon = berlin("2026-03-03T10:00");
    presence.hide(anna);
    assertThat(day("2026-03-03")).isEmpty();
    assertThat(appointments.areOffered(anna, Audience.PUBLIC)).isFalse();
    assertThat(appointments.areFull(anna, Audience.PUBLIC)).isFalse();
    EmployeeId nobody = EmployeeId.of("nobody");
    assertThat(appointments.slots(nobody, Audience.PUBLIC, clock.instant(), soon)).isEmpty();
    assertThat(appointments.book(wish(anna, "one"), soon, Audience.PUBLIC))
        .isEqualTo(appointments.book(wish(nobody, "two"), soon, Audience.PUBLIC));
  }

  @Test
  void nobodyIsBookedWhoDoesNotOfferItHasNoHoursOrHasNoRoom() {
    assertThat(appointments.areFull(anna, Audience.PUBLIC)).isFalse();
    presence.stage(anna, Openness.WAITLIST);
    assertThat(appointments.areFull(anna, Audience.PUBLIC)).isTrue();
    assertThat(day("2026-03-03")).isEmpty();
    RoutingDecision decision = ((BookingOutcome.NotAssigned) book("2026-03-03T10:00")).decision();
    assertThat(((RoutingDecision.Refused) decision).reason()).isEqualTo(Refusal.AT_LIMIT);
    presence.stage(anna, Openness.OPEN);
    presence.setHours(anna, WorkingHours.unspecified());
    assertThat(day("2026-03-03")).isEmpty();
    presence.setHours(anna, WorkingHours.parse(BERLIN, "Mon-Fri 09:00-12:00"));
    appointments.decide(anna, AppointmentSettings.initial());
    assertThat(day("2026-03-03")).isEmpty();
    assertThat(book("2026-03-03T10:00")).isEqualTo(new BookingOutcome.NotFree(List.of()));
  }

  @Test
  void whereTheLimitIsReachedAtTheLastMomentTheTimeIsFreeAgain() {
    presence.setLimit(anna, 1);
    booked("2026-03-03T10:00");
    BookingOutcome outcome = book("2026-03-03T11:00");
    assertThat(((BookingOutcome.NotAssigned) outcome).decision())
        .isInstanceOf(RoutingDecision.Offered.class);
    assertThat(day("2026-03-03")).contains("11:00");
  }

  @Test
  void theSameKeyBooksOnce() {
    Instant ten = berlin("2026-03-03T10:00");
    BookingOutcome first = appointments.book(wish(anna, "key"), ten, Audience.PUBLIC);
    BookingOutcome second = appointments.book(wish(anna, "key"), ten, Audience.PUBLIC);
    assertThat(second).isEqualTo(first);
    assertThatThrownBy(
            () -> appointments.book(wish(anna, "key"), berlin("2026-03-03T11:00"), Audience.PUBLIC))
        .isInstanceOf(IdempotencyConflictException.class);
    assertThat(ledger.taken(anna)).isEqualTo(1);
  }

  @Test
  void aTimeIsWantedOnTheChannelForIt() {
    NewRequest message = TestRouting.wish(anna, IfUnavailable.ASK, "key");
    assertThatThrownBy(
            () -> appointments.book(message, berlin("2026-03-03T10:00"), Audience.PUBLIC))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theTimeIsFreeAgainWhenTheRequestEndsOrIsDeclined() {
    BookingOutcome.Booked withdrawn = booked("2026-03-03T10:00");
    routing.withdraw(withdrawn.request().token());
    BookingOutcome.Booked declined = booked("2026-03-03T10:00");
    routing.decline(anna, declined.request().id(), "Leider nicht", CounterOffer.none());
    BookingOutcome.Booked resolved = booked("2026-03-03T10:00");
    routing.resolve(anna, resolved.request().id(), "");
    assertThat(day("2026-03-03")).contains("10:00");
    assertThat(appointments.find(resolved.request().id())).isEmpty();
  }

  @Test
  void aTimeThatIsOverStaysWhenItsRequestIsResolved() {
    BookingOutcome.Booked outcome = booked("2026-03-03T10:00");
    clock.move(Duration.ofDays(1).plusHours(1));
    routing.resolve(anna, outcome.request().id(), "");
    assertThat(appointments.find(outcome.request().id())).contains(outcome.booking());
  }

  @Test
  void theCustomerMovesTheTimeAndTheOldOneIsFree() {
    Request request = booked("2026-03-03T10:00").request();
    List<Slot> others =
        appointments.slots(request.token(), berlin("2026-03-03T00:00"), berlin("2026-03-04T00:00"));
    assertThat(others).as("one may be moved over one's own time").hasSize(10);
    BookingOutcome moved = appointments.move(request.token(), berlin("2026-03-03T10:15"), "move-1");
    assertThat(moved).isInstanceOf(BookingOutcome.Booked.class);
    assertThat(appointments.move(request.token(), berlin("2026-03-03T10:15"), "move-1"))
        .isEqualTo(moved);
    Booking booking = appointments.find(request.id()).orElseThrow();
    assertThat(booking.moves()).isEqualTo(1);
    assertThat(booking.slot().start()).isEqualTo(berlin("2026-03-03T10:15"));
    assertThat(requests.find(request.id()).orElseThrow().timeline()).hasSize(4);
    assertThat(day("2026-03-03")).contains("09:30").doesNotContain("10:00");
    booked("2026-03-03T11:00");
    assertThat(appointments.move(request.token(), berlin("2026-03-03T11:00"), "move-2"))
        .isInstanceOf(BookingOutcome.NotFree.class);
    assertThat(appointments.find(request.id())).contains(booking);
  }

  @Test
  void aTimeIsNotMovedOnceItHasBegunOrTheRequestIsNobodysCare() {
    Request request = booked("2026-03-03T10:00").request();
    Request ended = booked("2026-03-03T11:00").request();
    routing.withdraw(ended.token());
    assertThat(appointments.move(ended.token(), berlin("2026-03-03T13:00"), "m"))
        .isInstanceOf(BookingOutcome.NotPossible.class);
    clock.move(Duration.ofDays(1));
    assertThat(appointments.move(request.token(), berlin("2026-03-03T14:00"), "n"))
        .isInstanceOf(BookingOutcome.NotPossible.class);
    assertThat(
            appointments.slots(
                request.token(), clock.instant(), clock.instant().plus(Duration.ofDays(9))))
        .isEmpty();
    assertThatThrownBy(
            () ->
                appointments.move(
                    RequestToken.of("no-request-of-this-token-00"), clock.instant(), "o"))
        .isInstanceOf(UnknownRequestException.class);
  }

  @Test
  void aRequestWithoutATimeGetsOneLater() {
    Request request =
        ((RoutingDecision.Assigned) routing.submit(wish(anna, "key"), Audience.PUBLIC)).request();
    presence.hide(anna);
    BookingOutcome outcome =
        appointments.move(request.token(), berlin("2026-03-03T10:00"), "book-1");
    assertThat(outcome).isInstanceOf(BookingOutcome.Booked.class);
    assertThat(appointments.find(request.id())).isPresent();
  }

  @Test
  void ofManyWhoBookOneSlotAtOnceOneGetsItAndNothingElseIsTaken() {
    for (int round = 0; round < 50; round++) {
      Instant start = berlin("2026-03-09T09:00").plus(Duration.ofMinutes(5L * (round % 30)));
      List<BookingOutcome> outcomes =
          Concurrently.run(
              16,
              i ->
                  appointments.book(
                      wish(anna, UUID.randomUUID().toString()), start, Audience.PUBLIC));
      List<BookingOutcome.Booked> won =
          outcomes.stream()
              .filter(BookingOutcome.Booked.class::isInstance)
              .map(BookingOutcome.Booked.class::cast)
              .toList();
      assertThat(won).hasSize(1);
      assertThat(ledger.taken(anna)).isEqualTo(1);
      routing.withdraw(won.get(0).request().token());
      assertThat(ledger.taken(anna)).isZero();
    }
  }
}
