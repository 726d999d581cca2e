package org.visavis.directory.search;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.visavis.directory.Channel;

/** Sets of channels as numbers, so that they can be counted in an array. */
final class ChannelBits {

  private static final List<Channel> ALL = List.of(Channel.values());

  private ChannelBits() {}

  static int of(Channel channel) {
    return 1 << ALL.indexOf(channel);
  }

  static int of(Collection<Channel> channels) {
    int bits = 0;
    for (Channel channel : channels) {
      bits |= of(channel);
    }
    return bits;
  }

  /** Answers room to count each set. */
  static int[] counts() {
    return new int[1 << ALL.size()];
  }

  /** Answers how often each channel stands in the counted sets. */
  static Map<Channel, Integer> byChannel(int[] counts) {
    Map<Channel, Integer> result = new EnumMap<>(Channel.class);
    for (Channel channel : ALL) {
      int sum = 0;
      for (int bits = 1; bits < counts.length; bits++) {
        sum += (bits & of(channel)) != 0 ? counts[bits] : 0;
      }
      if (sum > 0) {
        result.put(channel, sum);
      }
    }
    return result;
  }
}
