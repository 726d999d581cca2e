package org.visavis.routing.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.AppointmentSettings;
import org.visavis.routing.Booking;
import org.visavis.routing.Concurrently;
import org.visavis.routing.RequestId;
import org.visavis.routing.Slot;

/** What every store of appointments promises. */
public interface AppointmentStoreContract extends Transactional {

  /** The hour before the one that comes twice in Berlin. */
  Instant EIGHT = Instant.parse("2026-10-25T00:00:00Z");

  Slot DAY = new Slot(EIGHT.minus(Duration.ofHours(8)), EIGHT.plus(Duration.ofHours(16)));
  EmployeeId ANNA = EmployeeId.of("anna");
  EmployeeId BEN = EmployeeId.of("ben");

  AppointmentStore store();

  default void offer(EmployeeId employee) {
    inTransaction(
        () -> {
          store().saveSettings(employee, AppointmentSettings.initial().withOffered(true));
          return null;
        });
  }

  /** Half an hour that begins so many minutes after eight, with ten minutes free after it. */
  static Booking booking(String claim, EmployeeId employee, int minutesAfterEight) {
    Slot slot = Slot.of(EIGHT.plus(Duration.ofMinutes(minutesAfterEight)), Duration.ofMinutes(30));
    Slot kept = new Slot(slot.start(), slot.end().plus(Duration.ofMinutes(10)));
    return new Booking(claim, Optional.empty(), employee, slot, kept, 0);
  }

  default boolean book(Booking booking) {
    return inTransaction(() -> store().tryBook(booking, DAY, 50));
  }

  default RequestId assign(String claim) {
    RequestId request = new RequestId(UUID.randomUUID());
    inTransaction(
        () -> {
          store().assign(claim, request);
          return null;
        });
    return request;
  }

  @Test
  default void whatAnEmployeeDecidedIsFoundAsItWasKept() {
    assertThat(store().settings(ANNA)).isEmpty();
    offer(ANNA);
    AppointmentSettings other =
        new AppointmentSettings(
            false,
            Duration.ofMinutes(45),
            Duration.ofMinutes(15),
            Duration.ofMinutes(20),
            Duration.ofMinutes(90),
            90,
            7);
    inTransaction(
        () -> {
          store().saveSettings(ANNA, other);
          return null;
        });
    assertThat(store().settings(ANNA)).contains(other);
    assertThat(store().settings(BEN)).isEmpty();
  }

  @Test
  default void aBookingIsFoundAsItWasKept() {
    offer(ANNA);
    Booking booking = booking("claim", ANNA, 0);
    assertThat(book(booking)).isTrue();
    assertThat(store().findByClaim("claim")).contains(booking);
    RequestId request = assign("claim");
    assertThat(store().find(request)).contains(booking.of(request));
    assertThat(store().find(List.of(request, new RequestId(UUID.randomUUID()))))
        .isEqualTo(Map.of(request, booking.of(request)));
    assertThat(store().findByClaim("other")).isEmpty();
    assertThat(store().find(List.of())).isEmpty();
  }

  @Test
  default void theHourThatComesTwiceIsKeptApart() {
    offer(ANNA);
    for (int i = 0; i < 6; i++) {
      Booking booking = booking("claim-" + i, ANNA, i * 60);
      assertThat(book(booking)).isTrue();
      assertThat(store().findByClaim("claim-" + i)).contains(booking);
    }
  }

  @Test
  default void whatIsKeptFreeIsNotBooked() {
    offer(ANNA);
    offer(BEN);
    assertThat(book(booking("first", ANNA, 60))).isTrue();
    assertThat(book(booking("the-same", ANNA, 60))).isFalse();
    assertThat(book(booking("into-its-end", ANNA, 95))).isFalse();
    assertThat(book(booking("into-its-start", ANNA, 25))).isFalse();
    assertThat(book(booking("of-somebody-else", BEN, 60))).isTrue();
    assertThat(book(booking("right-after", ANNA, 100))).isTrue();
    assertThat(book(booking("right-before", ANNA, 20))).isTrue();
    assertThat(store().ofEmployee(ANNA, DAY.start(), DAY.end()))
        .extracting(Booking::claim)
        .containsExactly("right-before", "first", "right-after");
  }

  @Test
  default void whoHasDecidedNothingIsNotBooked() {
    assertThat(book(booking("claim", ANNA, 0))).isFalse();
    assertThat(store().findByClaim("claim")).isEmpty();
  }

  @Test
  default void aDayHasNoMoreThanItsLargestNumber() {
    offer(ANNA);
    Booking third = booking("third", ANNA, 140);
    assertThat(inTransaction(() -> store().tryBook(booking("first", ANNA, 0), DAY, 2))).isTrue();
    assertThat(inTransaction(() -> store().tryBook(booking("second", ANNA, 60), DAY, 2))).isTrue();
    assertThat(inTransaction(() -> store().tryBook(third, DAY, 2))).isFalse();
    assertThat(inTransaction(() -> store().tryBook(booking("second", ANNA, 90), DAY, 2)))
        .as("moved within the day")
        .isTrue();
    Slot next = new Slot(DAY.end(), DAY.end().plus(Duration.ofDays(1)));
    assertThat(inTransaction(() -> store().tryBook(third, next, 2))).as("another day").isTrue();
  }

  @Test
  default void aMovedBookingFreesItsTimeAndStaysThatOfItsRequest() {
    offer(ANNA);
    assertThat(book(booking("claim", ANNA, 0))).isTrue();
    RequestId request = assign("claim");
    Booking moved = booking("claim", ANNA, 15).of(request);
    assertThat(book(moved)).as("over its own time").isTrue();
    assertThat(store().find(request)).contains(moved);
    assertThat(book(booking("other", ANNA, -30))).isTrue();
    assertThat(book(booking("claim", ANNA, -60).of(request))).as("into the other's").isFalse();
    assertThat(store().find(request)).contains(moved);
  }

  @Test
  default void aFreedTimeCanBeBookedAgain() {
    offer(ANNA);
    Booking booking = booking("claim", ANNA, 0);
    assertThat(book(booking)).isTrue();
    RequestId request = assign("claim");
    assertThat(inTransaction(() -> store().remove("claim"))).contains(booking.of(request));
    assertThat(inTransaction(() -> store().remove("claim"))).isEmpty();
    assertThat(store().find(request)).isEmpty();
    assertThat(store().ofEmployee(ANNA, DAY.start(), DAY.end())).isEmpty();
    assertThat(book(booking("other", ANNA, 0))).isTrue();
  }

  @Test
  default void bookingsAreFoundByTheTimeThatTheyKeepFree() {
    offer(ANNA);
    Booking booking = booking("claim", ANNA, 0);
    assertThat(book(booking)).isTrue();
    Instant end = booking.kept().end();
    assertThat(store().ofEmployee(ANNA, end.minusSeconds(1), end)).containsExactly(booking);
    assertThat(store().ofEmployee(ANNA, end, end.plusSeconds(1))).isEmpty();
    assertThat(store().ofEmployee(ANNA, DAY.start(), booking.kept().start())).isEmpty();
    assertThat(store().ofEmployee(BEN, DAY.start(), DAY.end())).isEmpty();
  }

  @Test
  default void ofManyWhoWantOneTimeExactlyOneGetsIt() {
    offer(ANNA);
    for (int round = 0; round < 10; round++) {
      int minutes = round * 40;
      String claim = "round-" + round + "-";
      List<Boolean> won =
          Concurrently.run(12, i -> book(booking(claim + i, ANNA, minutes + i % 3 * 5)));
      assertThat(won).containsOnlyOnce(true);
    }
    assertThat(store().ofEmployee(ANNA, DAY.start(), DAY.end())).isNotEmpty();
  }

  @Test
  default void ofManyWhoWantTheLastTimesOfADayNoMoreGetOneThanThereAre() {
    offer(ANNA);
    List<Boolean> won =
        Concurrently.run(
            12, i -> inTransaction(() -> store().tryBook(booking("c" + i, ANNA, i * 40), DAY, 5)));
    assertThat(won.stream().filter(Boolean::booleanValue).count()).isEqualTo(5);
  }

  @Test
  default void aTimeIsFreedOnce() {
    offer(ANNA);
    assertThat(book(booking("claim", ANNA, 0))).isTrue();
    List<Boolean> freed =
        Concurrently.run(8, i -> inTransaction(() -> store().remove("claim").isPresent()));
    assertThat(IntStream.range(0, 8).filter(freed::get).count()).isEqualTo(1);
  }
}
