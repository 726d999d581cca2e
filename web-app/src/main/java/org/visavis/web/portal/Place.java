package org.visavis.web.portal;

import java.security.SecureRandom;
import java.util.Optional;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.routing.Lease;
import org.visavis.routing.LeaseToken;

/**
 * The address of one request form: whom it is for, on which channel, and the secret of the lease
 * that holds the room. It outlives the lease, so that what was typed still finds its way.
 * Immutable; its text form does not reveal it.
 *
 * @param secret the lease's token; for the waitlist, which holds nothing, one of its own
 * @param employee the chosen person
 * @param channel the chosen channel
 * @param waitlist whether the customer joins the waitlist
 */
record Place(LeaseToken secret, EmployeeId employee, Channel channel, boolean waitlist) {

  /** Safe in an address (RFC 3986, section 2.3) and part of none of the values. */
  private static final String SEPARATOR = "~";

  private static final String WAITLIST = "waitlist";

  /** Answers the place that a lease holds. */
  static Place of(Lease lease) {
    return new Place(lease.token(), lease.employee(), lease.channel(), false);
  }

  /** Answers a new place on a person's waitlist. */
  static Place onWaitlist(EmployeeId employee, Channel channel, SecureRandom random) {
    return new Place(LeaseToken.random(random), employee, channel, true);
  }

  /** Answers the place of an address' segment; nothing where it has another form. */
  static Optional<Place> find(String segment, Handles handles) {
    String[] parts = segment.split(SEPARATOR, -1);
    boolean waitlist = parts.length == 4 && parts[3].equals(WAITLIST);
    if (parts.length != 3 && !waitlist) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Place(
              LeaseToken.of(parts[0]),
              handles.resolve(parts[2]),
              Channel.from(parts[1]),
              waitlist));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Answers the lease of this place, whether it lasts or not. */
  Optional<LeaseToken> lease() {
    return waitlist ? Optional.empty() : Optional.of(secret);
  }

  /** Answers the segment that {@link #find} reads. */
  String segment(Handles handles) {
    String segment = String.join(SEPARATOR, secret.value(), channel.code(), handles.of(employee));
    return waitlist ? segment + SEPARATOR + WAITLIST : segment;
  }

  /** Answers the idempotency key of what is sent from here, however often the form is opened. */
  String key() {
    return "form-" + secret.value();
  }

  @Override
  public String toString() {
    return "Place[" + employee + ", " + channel + "]";
  }
}
