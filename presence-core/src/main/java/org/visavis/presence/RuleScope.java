package org.visavis.presence;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;

/**
 * Whom an appearance rule is for: an audience, and either the person as a whole or one channel.
 * Immutable.
 *
 * @param audience who is looking
 * @param channel the channel; empty for the person as a whole
 */
@SuppressWarnings("EnumOrdinal") // as an index, never kept
public record RuleScope(Audience audience, Optional<Channel> channel)
    implements Comparable<RuleScope> {

  private static final Comparator<RuleScope> ORDER =
      Comparator.comparing(RuleScope::audience)
          .thenComparing(scope -> scope.channel().map(Channel::ordinal).orElse(-1));

  private static final int WIDTH = Channel.values().length + 1;
  private static final RuleScope[] ALL = all();

  /** Checks what comes in. */
  public RuleScope {
    Objects.requireNonNull(audience, "audience");
    Objects.requireNonNull(channel, "channel");
  }

  private static RuleScope[] all() {
    RuleScope[] all = new RuleScope[Audience.values().length * WIDTH];
    for (Audience audience : Audience.values()) {
      all[audience.ordinal() * WIDTH] = new RuleScope(audience, Optional.empty());
      for (Channel channel : Channel.values()) {
        all[audience.ordinal() * WIDTH + 1 + channel.ordinal()] =
            new RuleScope(audience, Optional.of(channel));
      }
    }
    return all;
  }

  /** Answers the scope of the person as a whole. */
  public static RuleScope of(Audience audience) {
    return ALL[audience.ordinal() * WIDTH];
  }

  /** Answers the scope of one channel. */
  public static RuleScope of(Audience audience, Channel channel) {
    return ALL[audience.ordinal() * WIDTH + 1 + channel.ordinal()];
  }

  /** Answers the name used in files: {@code public}, or {@code public/phone} for a channel. */
  public String code() {
    return audience.code() + channel.map(own -> "/" + own.code()).orElse("");
  }

  /**
   * Answers the scope with that code.
   *
   * @throws IllegalArgumentException when it names no audience or no channel
   */
  public static RuleScope from(String code) {
    int slash = code.indexOf('/');
    return slash < 0
        ? of(Audience.from(code))
        : of(Audience.from(code.substring(0, slash)), Channel.from(code.substring(slash + 1)));
  }

  @Override
  public int compareTo(RuleScope other) {
    return ORDER.compare(this, other);
  }
}
