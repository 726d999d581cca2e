package org.visavis.web.api;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.AtLimit;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.Mode;
import org.visavis.presence.Presence;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.Share;
import org.visavis.presence.Status;

/** Reads what an employee wants for the own presence. */
final class PresenceWishes {

  private static final Duration USUAL_DWELL = Duration.ofMinutes(1);

  private PresenceWishes() {}

  /**
   * Reads an appearance rule; empty when something in it is wrong, which the body then knows.
   *
   * @throws ProblemException when its numbers do not fit each other
   */
  static Optional<AppearanceRule> rule(JsonBody body) {
    Optional<Mode> mode = body.requireValue("mode", Mode::from);
    boolean byLoad = mode.equals(Optional.of(Mode.BY_LOAD));
    Optional<Integer> hideAt = byLoad ? body.requireNumber("hideAt") : body.number("hideAt");
    Optional<Integer> showAgainAt =
        byLoad ? body.requireNumber("showAgainAt") : body.number("showAgainAt");
    Optional<Duration> dwell = body.value("dwell", PresenceWishes::duration);
    Optional<AtLimit> atLimit = body.value("atLimit", AtLimit::from);
    if (mode.isEmpty() || (byLoad && (hideAt.isEmpty() || showAgainAt.isEmpty()))) {
      return Optional.empty();
    }
    AppearanceRule usual =
        mode.equals(Optional.of(Mode.HIDDEN)) ? AppearanceRule.hidden() : AppearanceRule.always();
    try {
      return Optional.of(
          new AppearanceRule(
              mode.get(),
              hideAt.orElse(usual.hideAt()),
              showAgainAt.orElse(usual.showAgainAt()),
              dwell.orElse(byLoad ? USUAL_DWELL : usual.dwell()),
              atLimit.orElse(usual.atLimit())));
    } catch (IllegalArgumentException e) {
      body.wrong("hideAt", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Reads a status set by hand; empty when something in it is wrong. */
  static Optional<ManualStatus> status(JsonBody body) {
    Optional<Status> code = body.requireValue("code", Status::from);
    Optional<Instant> until = body.requireValue("until", PresenceWishes::time);
    Label note = body.value("note", Label::of).orElse(Label.empty());
    boolean untilBack = body.flag("untilBack");
    if (code.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ManualStatus(code.get(), until.get(), note, untilBack, Optional.empty()));
    } catch (IllegalArgumentException e) {
      body.wrong("code", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /**
   * A limit, a share of it and limits of channels; what is not named stays as it is.
   *
   * @param limit the limit in full
   * @param sharing whether something is said about a share
   * @param share the share; empty for the limit in full
   * @param channels limits of channels; empty where one has none any more
   */
  record Limits(
      Optional<Integer> limit,
      boolean sharing,
      Optional<Share> share,
      Map<Channel, Optional<Integer>> channels) {

    static Limits read(JsonBody body) {
      Optional<Integer> limit = body.number("limit");
      boolean sharing = body.names("share");
      Optional<Share> share = body.object("share").flatMap(Limits::share);
      Map<Channel, Optional<Integer>> channels = new EnumMap<>(Channel.class);
      body.object("channels")
          .ifPresent(
              own -> {
                for (Channel channel : Channel.values()) {
                  if (own.names(channel.code())) {
                    channels.put(channel, own.number(channel.code()));
                  }
                }
              });
      return new Limits(limit, sharing, share, channels);
    }

    private static Optional<Share> share(JsonBody body) {
      Optional<Integer> percent = body.requireNumber("percent");
      Optional<Instant> until = body.requireValue("until", PresenceWishes::time);
      if (percent.isEmpty() || until.isEmpty()) {
        return Optional.empty();
      }
      try {
        return Optional.of(new Share(percent.get(), until.get()));
      } catch (IllegalArgumentException e) {
        body.wrong("percent", String.valueOf(e.getMessage()));
        return Optional.empty();
      }
    }

    boolean isEmpty() {
      return limit.isEmpty() && !sharing && channels.isEmpty();
    }

    /** Takes it over, within the caller's transaction. */
    void set(Presence presence, EmployeeId me) {
      limit.ifPresent(points -> Checked.run("limit", () -> presence.setLimit(me, points)));
      if (sharing) {
        Checked.run("share", () -> presence.setShare(me, share));
      }
      channels.forEach(
          (channel, points) ->
              Checked.run(
                  "channels." + channel.code(),
                  () -> presence.setChannelLimit(me, channel, points)));
    }

    PresenceSettings on(PresenceSettings settings) {
      PresenceSettings after = limit.map(settings::withLimit).orElse(settings);
      after = sharing ? after.withShare(share) : after;
      for (Map.Entry<Channel, Optional<Integer>> channel : channels.entrySet()) {
        after = after.withChannelLimit(channel.getKey(), channel.getValue());
      }
      return after;
    }
  }

  /** Reads an instant with its offset. */
  static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text.strip()).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "is a time with its offset, such as 2030-01-31T17:00:00+01:00", e);
    }
  }

  /** Reads a day. */
  static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("is a day such as 2030-01-31", e);
    }
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text.strip());
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("is a time such as PT1M", e);
    }
  }
}
