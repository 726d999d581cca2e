package org.visavis.presence;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Channel;

/**
 * The openness of each channel as one number, because there are as many of these as people: three
 * bits a channel, 0 where the person does not offer it. In the order of channels. Immutable.
 */
@SuppressWarnings("EnumOrdinal") // in memory alone: nothing of it is kept
final class Openings extends AbstractMap<Channel, Openness> {

  private static final Channel[] CHANNELS = Channel.values();
  private static final Openness[] VALUES = Openness.values();
  private static final int WIDTH = 3;
  private static final int MASK = 7;

  /** The bits of the channels in each set of them. */
  private static final int[] OFFERED = offered();

  private final int bits;

  private Openings(int bits) {
    this.bits = bits;
  }

  /** Answers the openness that the function gives to each channel. */
  static Openings of(Function<Channel, Openness> openness) {
    int bits = 0;
    for (Channel channel : CHANNELS) {
      bits |= bits(channel, openness.apply(channel));
    }
    return new Openings(bits);
  }

  /** Answers these without the channels that are not offered. */
  Openings of(OfferedChannels offered) {
    return new Openings(bits & OFFERED[offered.members()]);
  }

  private static int[] offered() {
    int[] masks = new int[1 << CHANNELS.length];
    for (int members = 0; members < masks.length; members++) {
      for (int channel = 0; channel < CHANNELS.length; channel++) {
        masks[members] |= (members >> channel & 1) * (MASK << (WIDTH * channel));
      }
    }
    return masks;
  }

  private static int bits(Channel channel, Openness openness) {
    return (openness.ordinal() + 1) << (WIDTH * channel.ordinal());
  }

  static Openings of(Map<Channel, Openness> channels) {
    if (channels instanceof Openings own) {
      return own;
    }
    int bits = 0;
    for (Map.Entry<Channel, Openness> entry : channels.entrySet()) {
      bits |= bits(entry.getKey(), entry.getValue());
    }
    return new Openings(bits);
  }

  Openings with(Channel channel, Openness openness) {
    return new Openings(without(channel).bits | bits(channel, openness));
  }

  Openings without(Channel channel) {
    int cleared = bits & ~(MASK << (WIDTH * channel.ordinal()));
    return cleared == bits ? this : new Openings(cleared);
  }

  private @Nullable Openness at(int channel) {
    int value = (bits >> (WIDTH * channel)) & MASK;
    return value == 0 ? null : VALUES[value - 1];
  }

  @Override
  public @Nullable Openness get(@Nullable Object key) {
    return key instanceof Channel channel ? at(channel.ordinal()) : null;
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return get(key) != null;
  }

  @Override
  public boolean isEmpty() {
    return bits == 0;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Openings that ? bits == that.bits : super.equals(other);
  }

  @Override
  public int hashCode() {
    return super.hashCode();
  }

  @Override
  public Set<Map.Entry<Channel, Openness>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<Channel, Openness>> iterator() {
        return new Entries();
      }

      @Override
      public int size() {
        int size = 0;
        for (int i = 0; i < CHANNELS.length; i++) {
          size += at(i) == null ? 0 : 1;
        }
        return size;
      }
    };
  }

  private final class Entries implements Iterator<Map.Entry<Channel, Openness>> {

    private int next;

    @Override
    public boolean hasNext() {
      while (next < CHANNELS.length && at(next) == null) {
        next++;
      }
      return next < CHANNELS.length;
    }

    @Override
    public Map.Entry<Channel, Openness> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int found = next++;
      return Map.entry(CHANNELS[found], Objects.requireNonNull(at(found)));
    }
  }
}
