package org.visavis.directory;

import java.net.URI;
import java.util.Objects;

/**
 * Where a channel leads, such as {@code tel:+4989…}. Immutable.
 *
 * @param uri the absolute address, of a scheme that does not run code
 * @param published whether those to whom the person has disclosed such an address may see it; else
 *     the portal alone uses it, and whoever wants to reach the person goes through the portal
 */
public record Address(URI uri, boolean published) {

  /**
   * @throws IllegalArgumentException when the address is not absolute, or of a scheme that browsers
   *     run as code
   */
  public Address {
    Objects.requireNonNull(uri, "uri");
    Link.requireHarmless(uri);
  }

  /** Answers the address as one that may be shown. */
  public static Address published(URI uri) {
    return new Address(uri, true);
  }

  /** Answers the address as one that the portal keeps to itself. */
  public static Address relayed(URI uri) {
    return new Address(uri, false);
  }
}
