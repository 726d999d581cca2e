package org.visavis.presence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.visavis.directory.Channel;

/**
 * The channels of a person who is shown: what the status allows, less what the limit, the limit of
 * the channel and the channel's own rule take away. None of them ever opens more.
 *
 * @param channels the openness of each channel that this audience sees
 * @param reasons what single channels have to say
 * @param nextChange when that can change by time alone, apart from status and limit
 */
record Doors(Openings channels, List<Reason> reasons, Optional<Instant> nextChange) {

  private static final Map<Status, Openings> WITH_ROOM = table(openness -> openness);
  private static final Map<AtLimit, Map<Status, Openings>> FULL = full();

  private static Map<AtLimit, Map<Status, Openings>> full() {
    Map<AtLimit, Map<Status, Openings>> full = new EnumMap<>(AtLimit.class);
    for (AtLimit atLimit : AtLimit.values()) {
      full.put(atLimit, table(openness -> whenFull(openness, atLimit)));
    }
    return full;
  }

  private static Map<Status, Openings> table(UnaryOperator<Openness> room) {
    Map<Status, Openings> table = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      table.put(status, Openings.of(channel -> room.apply(byStatus(status, channel))));
    }
    return table;
  }

  /** Answers the openness of all channels that a status allows, with room or without. */
  private static Openings byStatus(Status status, boolean full, AtLimit atLimit) {
    Map<Status, Openings> table = full ? requireNonNull(FULL.get(atLimit)) : WITH_ROOM;
    return requireNonNull(table.get(status));
  }

  static Doors of(
      PresenceFacts facts, Workload workload, Status status, boolean full, Instant now) {
    AtLimit atLimit = facts.rule().atLimit();
    Openings open = byStatus(status, full, atLimit).of(OfferedChannels.of(facts.channels()));
    if (facts.channelRules().isEmpty() && facts.channelLoads().isEmpty()) {
      return new Doors(open, List.of(), Optional.empty());
    }
    Narrowing narrowing = new Narrowing(facts, workload, now, open);
    for (Channel channel : Channel.values()) {
      if (open.containsKey(channel)) {
        narrowing.look(channel);
      }
    }
    return new Doors(narrowing.open, narrowing.reasons, narrowing.next);
  }

  /** Takes away what limits and rules of single channels say. */
  private static final class Narrowing {

    private final PresenceFacts facts;
    private final Workload workload;
    private final Instant now;
    private final List<Reason> reasons = new ArrayList<>();
    private Openings open;
    private Optional<Instant> next = Optional.empty();

    Narrowing(PresenceFacts facts, Workload workload, Instant now, Openings open) {
      this.facts = facts;
      this.workload = workload;
      this.now = now;
      this.open = open;
    }

    void look(Channel channel) {
      AppearanceRule rule = facts.channelRules().getOrDefault(channel, AppearanceRule.always());
      AtLimit atLimit = (rule.mode() == Mode.BY_LOAD ? rule : facts.rule()).atLimit();
      Workload own = facts.channelLoads().get(channel);
      if (own != null && own.free() == 0) {
        reasons.add(new Reason.ChannelLimitReached(channel, own));
        fill(channel, atLimit);
      }
      if (rule.mode() == Mode.HIDDEN) {
        reasons.add(new Reason.ChannelHiddenByRule(channel));
        open = open.without(channel);
      } else if (rule.mode() == Mode.BY_LOAD) {
        byLoad(channel, rule);
      }
    }

    private void byLoad(Channel channel, AppearanceRule rule) {
      LoadState before = facts.channelStates().getOrDefault(channel, LoadState.initial());
      LoadState state = Decision.step(rule, workload, before, now);
      Thresholds thresholds = Thresholds.of(rule, workload);
      next = Instants.earlier(next, thresholds.heldUntil(state, now));
      if (state.relieved()) {
        reasons.add(
            new Reason.ChannelLoadReached(
                channel, workload, state.since(), Math.max(0, thresholds.showAgainAt())));
        if (rule.atLimit() == AtLimit.VANISH) {
          open = open.without(channel);
        } else {
          fill(channel, rule.atLimit());
        }
      }
    }

    private void fill(Channel channel, AtLimit atLimit) {
      Openness before = open.get(channel);
      open = before == null ? open : open.with(channel, whenFull(before, atLimit));
    }
  }

  private static Openness whenFull(Openness byStatus, AtLimit atLimit) {
    if (atLimit == AtLimit.SHOW_BUSY) {
      return Openness.CLOSED;
    }
    return byStatus == Openness.OPEN ? Openness.WAITLIST : byStatus;
  }

  private static Openness byStatus(Status status, Channel channel) {
    boolean live = channel.isLive();
    return switch (status) {
      case AVAILABLE -> Openness.OPEN;
      case BUSY, AWAY, TRAVELLING, OFF_DUTY -> live ? Openness.LATER : Openness.OPEN;
      case ON_HOLIDAY -> live || channel == Channel.CALLBACK ? Openness.LATER : Openness.OPEN;
      case UNKNOWN -> live ? Openness.CLOSED : Openness.OPEN;
    };
  }
}
