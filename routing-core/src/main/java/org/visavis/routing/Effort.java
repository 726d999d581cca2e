package org.visavis.routing;

import org.visavis.directory.Channel;

/** How many effort points a request weighs, by channel and by where it stands. Thread-safe. */
@FunctionalInterface
public interface Effort {

  /**
   * Answers the points that a lease holds, and a request while it is the employee's turn; from 1.
   */
  int points(Channel channel);

  /**
   * Answers whether a lease or request on that channel takes the person whole: all that is free of
   * the limit at that moment, and at least its points.
   */
  default boolean takesWhole(Channel channel) {
    return false;
  }

  /**
   * Answers what a request of so many points weighs while it waits for its customer, from 0 up to
   * those points: half of them, rounded up, because the answer may come at any moment.
   */
  default int whileWaiting(int points) {
    return (points + 1) / 2;
  }

  /**
   * Answers what a request of so many points weighs while it is snoozed, from 0 up to those points:
   * nothing, because it finds its way back through the line.
   */
  default int whileSnoozed(int points) {
    return 0;
  }

  /**
   * Answers one point for everything written or called back, two for a conversation that is live;
   * telephone and video take the person whole.
   */
  static Effort standard() {
    return new Effort() {
      @Override
      public int points(Channel channel) {
        return channel.isLive() ? 2 : 1;
      }

      @Override
      public boolean takesWhole(Channel channel) {
        return channel == Channel.PHONE || channel == Channel.VIDEO;
      }
    };
  }
}
