package org.visavis.routing;

import org.visavis.directory.Channel;

/** How many effort points a request weighs, by channel. */
@FunctionalInterface
public interface Effort {

  /** Answers the points that a lease or request on that channel holds, at least 1. */
  int points(Channel channel);

  /**
   * Answers one point for everything written or called back, two for a conversation that is live.
   */
  static Effort standard() {
    return channel -> channel.isLive() ? 2 : 1;
  }
}
