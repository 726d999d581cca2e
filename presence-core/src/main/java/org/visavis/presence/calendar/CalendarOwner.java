package org.visavis.presence.calendar;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whose calendar is read. Immutable.
 *
 * @param zone where the owner is: for whole days and for times without a zone
 * @param addresses the owner's mail addresses, in any case: what the owner has declined among the
 *     invitations is not busy. Where a calendar is named by an address, that one counts as well
 */
public record CalendarOwner(ZoneId zone, Set<String> addresses) {

  /** Copies the addresses. */
  public CalendarOwner {
    Objects.requireNonNull(zone, "zone");
    addresses =
        addresses.stream().map(CalendarOwner::plain).collect(Collectors.toUnmodifiableSet());
  }

  /** Answers an owner of whom no address is known. */
  public static CalendarOwner in(ZoneId zone) {
    return new CalendarOwner(zone, Set.of());
  }

  /** Answers this owner with one more address. */
  public CalendarOwner withAddress(String address) {
    return new CalendarOwner(
        zone,
        Stream.concat(addresses.stream(), Stream.of(address))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /** Answers whether an attendee is the owner, as {@code mailto:} or by a bare address. */
  boolean is(String attendee) {
    return addresses.contains(plain(attendee));
  }

  private static String plain(String address) {
    String lower = address.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("mailto:") ? lower.substring("mailto:".length()) : lower;
  }
}
