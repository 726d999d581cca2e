package org.visavis.presence;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Channel;

/**
 * The channels that a person offers. There are as few of these as there are sets of channels, and
 * each exists once, so that the decision on one person after another finds it in a cache. Iterates
 * in the order of channels. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // in memory alone: nothing of it is kept
final class OfferedChannels extends AbstractSet<Channel> {

  private static final Channel[] CHANNELS = Channel.values();
  private static final OfferedChannels[] ALL =
      IntStream.range(0, 1 << CHANNELS.length)
          .mapToObj(OfferedChannels::new)
          .toArray(OfferedChannels[]::new);

  /** A bit for each channel. */
  private final int members;

  private OfferedChannels(int members) {
    this.members = members;
  }

  /** Answers the one set of those channels. */
  static OfferedChannels of(Set<Channel> channels) {
    if (channels instanceof OfferedChannels own) {
      return own;
    }
    int members = 0;
    for (Channel channel : channels) {
      members |= 1 << channel.ordinal();
    }
    return ALL[members];
  }

  /** Answers a bit for each channel, the first one lowest. */
  int members() {
    return members;
  }

  @Override
  public boolean contains(@Nullable Object other) {
    return other instanceof Channel channel && (members & 1 << channel.ordinal()) != 0;
  }

  @Override
  public int size() {
    return Integer.bitCount(members);
  }

  @Override
  public Iterator<Channel> iterator() {
    return Arrays.stream(CHANNELS).filter(this::contains).iterator();
  }
}
