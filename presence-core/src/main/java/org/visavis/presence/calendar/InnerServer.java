package org.visavis.presence.calendar;

import java.util.Locale;

/**
 * A server that calendars are fetched from although it is inside of the company's network, or
 * listens at a port of its own. Immutable.
 *
 * @param host its name exactly as in the address, in lower case
 * @param port 1 to 65535
 */
public record InnerServer(String host, int port) {

  /**
   * @throws IllegalArgumentException when there is no name or no such port
   */
  public InnerServer {
    host = host.strip().toLowerCase(Locale.ROOT);
    if (host.isEmpty() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException("An inner server has a name and a port of 1 to 65535");
    }
  }
}
