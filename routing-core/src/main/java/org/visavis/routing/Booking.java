package org.visavis.routing;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.EmployeeId;

/**
 * A slot that is taken. Immutable; its text form does not tell whose it is.
 *
 * @param claim names it: the idempotency key with which it was booked, 1 to 128 printable ASCII
 *     characters
 * @param request the request that it belongs to; empty only while that is being handed in
 * @param employee whose time it is
 * @param slot when
 * @param kept what is kept free for it: the slot with the time before and after it
 * @param moves how often it was moved, from 0
 */
public record Booking(
    String claim,
    Optional<RequestId> request,
    EmployeeId employee,
    Slot slot,
    Slot kept,
    int moves) {

  /**
   * @throws IllegalArgumentException when the slot is not within what is kept free, or moves is
   *     negative
   */
  public Booking {
    Words.requireKey(claim);
    Objects.requireNonNull(request, "request");
    Objects.requireNonNull(employee, "employee");
    if (slot.start().isBefore(kept.start()) || slot.end().isAfter(kept.end()) || moves < 0) {
      throw new IllegalArgumentException("A booking lies within what is kept free for it");
    }
  }

  /** Answers this booking as that of a request. */
  public Booking of(RequestId id) {
    return new Booking(claim, Optional.of(id), employee, slot, kept, moves);
  }

  /** Answers this booking at another time. */
  Booking movedTo(Slot other, Slot keptThen) {
    return new Booking(claim, request, employee, other, keptThen, moves + 1);
  }

  /** Answers whether it keeps that time from being free. */
  boolean blocks(Slot time) {
    return kept.start().isBefore(time.end()) && time.start().isBefore(kept.end());
  }

  /** Answers whether it is over at that instant. */
  public boolean isOver(Instant now) {
    return !now.isBefore(slot.end());
  }

  @Override
  public String toString() {
    return "Booking[" + employee + ", " + slot.text() + "]";
  }
}
