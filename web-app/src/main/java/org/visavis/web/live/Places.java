package org.visavis.web.live;

import java.util.HashMap;
import java.util.Map;

/** How many streams are open, in all and to each address. Thread-safe. */
final class Places {

  private final int inAll;
  private final int perAddress;
  private final Map<String, Integer> taken = new HashMap<>();
  private int sum;

  /**
   * Makes places, none of them taken.
   *
   * @param inAll how many streams there may be; 0 for any number
   * @param perAddress how many streams one address may have; 0 for any number
   */
  Places(int inAll, int perAddress) {
    this.inAll = inAll;
    this.perAddress = perAddress;
  }

  /** Takes a place for an address, if there is one. */
  synchronized Answer take(String address) {
    if (inAll > 0 && sum >= inAll) {
      return Answer.ALL_TAKEN;
    }
    if (perAddress > 0 && taken.getOrDefault(address, 0) >= perAddress) {
      return Answer.TOO_MANY_OF_ADDRESS;
    }
    sum++;
    taken.merge(address, 1, Integer::sum);
    return Answer.TAKEN;
  }

  /** Gives a place back that was taken for that address. */
  synchronized void giveBack(String address) {
    if (taken.computeIfPresent(address, (a, count) -> count == 1 ? 0 : count - 1) == null) {
      throw new IllegalStateException("No place was taken for this address");
    }
    taken.remove(address, 0);
    sum--;
  }

  /** What came of asking for a place. */
  enum Answer {
    TAKEN,
    TOO_MANY_OF_ADDRESS,
    ALL_TAKEN
  }
}
