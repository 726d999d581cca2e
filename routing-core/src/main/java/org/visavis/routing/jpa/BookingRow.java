package org.visavis.routing.jpa;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Booking;
import org.visavis.routing.RequestId;
import org.visavis.routing.Slot;

/** One slot that is taken. Inserted and deleted; changed by statements only. */
@Entity(name = "RoutingBooking")
@Table(name = "routing_booking")
@Cacheable(false)
@SuppressWarnings({"NullAway.Init", "UnusedVariable"})
class BookingRow {

  @Id private String claim;

  @Column(name = "request_id")
  private @Nullable String requestId;

  private String employee;

  @Column(name = "starts_at")
  @Convert(converter = InstantConverter.class)
  private Instant startsAt;

  @Column(name = "ends_at")
  @Convert(converter = InstantConverter.class)
  private Instant endsAt;

  @Column(name = "kept_from")
  @Convert(converter = InstantConverter.class)
  private Instant keptFrom;

  @Column(name = "kept_until")
  @Convert(converter = InstantConverter.class)
  private Instant keptUntil;

  private int moves;

  /** For the persistence provider. */
  protected BookingRow() {}

  static BookingRow of(Booking booking) {
    BookingRow row = new BookingRow();
    row.claim = booking.claim();
    row.requestId = booking.request().map(RequestId::toString).orElse(null);
    row.employee = booking.employee().value();
    row.startsAt = booking.slot().start();
    row.endsAt = booking.slot().end();
    row.keptFrom = booking.kept().start();
    row.keptUntil = booking.kept().end();
    row.moves = booking.moves();
    return row;
  }

  Booking toDomain() {
    return new Booking(
        claim,
        Optional.ofNullable(requestId).map(RequestId::from),
        EmployeeId.of(employee),
        new Slot(startsAt, endsAt),
        new Slot(keptFrom, keptUntil),
        moves);
  }
}
