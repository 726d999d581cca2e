package org.visavis.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.visavis.directory.Channel;

/**
 * The channels of a person who is shown: what the status allows, less what the limit, the limit of
 * the channel and the channel's own rule take away. None of them ever opens more.
 *
 * @param channels the openness of each channel that this audience sees
 * @param reasons what single channels have to say
 * @param nextChange when that can change by time alone, apart from status and limit
 */
record Doors(Map<Channel, Openness> channels, List<Reason> reasons, Optional<Instant> nextChange) {

  static Doors of(
      PresenceFacts facts, Workload workload, Status status, boolean full, Instant now) {
    AtLimit atLimit = facts.rule().atLimit();
    Map<Channel, Openness> open = new EnumMap<>(Channel.class);
    for (Channel channel : facts.channels()) {
      Openness byStatus = byStatus(status, channel);
      open.put(channel, full ? whenFull(byStatus, atLimit) : byStatus);
    }
    if (facts.channelRules().isEmpty() && facts.channelLoads().isEmpty()) {
      return new Doors(open, List.of(), Optional.empty());
    }
    List<Reason> reasons = new ArrayList<>();
    Optional<Instant> next = Optional.empty();
    for (Channel channel : Channel.values()) {
      if (open.containsKey(channel)) {
        Optional<Instant> ofChannel = narrow(facts, channel, workload, now, open, reasons);
        next = Instants.earlier(next, ofChannel);
      }
    }
    return new Doors(open, reasons, next);
  }

  private static Optional<Instant> narrow(
      PresenceFacts facts,
      Channel channel,
      Workload workload,
      Instant now,
      Map<Channel, Openness> open,
      List<Reason> reasons) {
    AppearanceRule rule = facts.channelRules().getOrDefault(channel, AppearanceRule.always());
    AtLimit atLimit = (rule.mode() == Mode.BY_LOAD ? rule : facts.rule()).atLimit();
    Workload own = facts.channelLoads().get(channel);
    if (own != null && own.free() == 0) {
      reasons.add(new Reason.ChannelLimitReached(channel, own));
      open.computeIfPresent(channel, (same, openness) -> whenFull(openness, atLimit));
    }
    if (rule.mode() == Mode.HIDDEN) {
      reasons.add(new Reason.ChannelHiddenByRule(channel));
      open.remove(channel);
      return Optional.empty();
    }
    LoadState before = facts.channelStates().getOrDefault(channel, LoadState.initial());
    LoadState state = Decision.step(rule, workload, before, now);
    Thresholds thresholds = Thresholds.of(rule, workload);
    if (state.relieved()) {
      reasons.add(
          new Reason.ChannelLoadReached(
              channel, workload, state.since(), Math.max(0, thresholds.showAgainAt())));
      if (atLimit == AtLimit.VANISH) {
        open.remove(channel);
      } else {
        open.computeIfPresent(channel, (same, openness) -> whenFull(openness, atLimit));
      }
    }
    return thresholds.heldUntil(state, now);
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
