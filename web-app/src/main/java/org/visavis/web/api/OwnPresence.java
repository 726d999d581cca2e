package org.visavis.web.api;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.Guardrails;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.Session;
import org.visavis.presence.Share;
import org.visavis.presence.Source;
import org.visavis.presence.Workload;
import org.visavis.web.pages.Language;

/** The documents with which an employee decides about the own presence. */
final class OwnPresence {

  private OwnPresence() {}

  /** A status set by hand. */
  @Schema(name = "OwnStatus")
  public record OwnStatusAnswer(
      String code,
      Instant until,
      String note,
      @Schema(description = "Whether it ends earlier, once you are seen to be back")
          boolean untilBack,
      @Schema(nullable = true) @Nullable Instant setAt) {

    static OwnStatusAnswer of(ManualStatus manual, Language language) {
      return new OwnStatusAnswer(
          manual.status().code(),
          People.seconds(manual.until()),
          manual.note().text(language.locale()),
          manual.untilBack(),
          manual.setAt().map(People::seconds).orElse(null));
    }
  }

  /** A status to set. */
  @Schema(name = "StatusWish")
  public record StatusWish(
      @Schema(
              required = true,
              enumeration = {"available", "busy", "away", "on-holiday", "travelling", "off-duty"})
          String code,
      @Schema(required = true, format = "date-time") String until,
      @Schema(maxLength = 300) String note,
      @Schema(
              description =
                  "Whether it ends earlier, once a client that was silent speaks again; others then"
                      + " see no end",
              defaultValue = "false")
          boolean untilBack) {}

  /** The limit. */
  @Schema(name = "Limit")
  public record LimitAnswer(
      @Schema(description = "Your limit in full, in effort points") int limit,
      @Schema(description = "The limit as it holds now, after a share or a ramp") int now,
      @Schema(description = "Points that requests and leases hold") int taken,
      @Schema(description = "The smallest limit that anybody may choose") int smallest,
      @Schema(description = "The largest limit that anybody may choose") int largest,
      @Schema(description = "The part of the limit that you take on for a while", nullable = true)
          @Nullable ShareAnswer share,
      @Schema(description = "Limits of single channels, by kind") Map<String, Integer> channels) {

    static LimitAnswer of(PresenceSettings settings, Workload workload, Guardrails guardrails) {
      Map<String, Integer> channels = new TreeMap<>();
      settings.channelLimits().forEach((channel, limit) -> channels.put(channel.code(), limit));
      return new LimitAnswer(
          settings.limit(),
          workload.limit(),
          workload.taken(),
          guardrails.smallest(),
          guardrails.largest(),
          settings.share().map(ShareAnswer::of).orElse(null),
          channels);
    }
  }

  /** A part of the limit, for a while. */
  @Schema(name = "Share")
  public record ShareAnswer(
      @Schema(required = true, minimum = "10", maximum = "100") int percent,
      @Schema(required = true) Instant until) {

    static ShareAnswer of(Share share) {
      return new ShareAnswer(share.percent(), People.seconds(share.until()));
    }
  }

  /** A limit to set. */
  @Schema(name = "LimitWish", description = "What is not named stays as it is")
  public record LimitWish(
      int limit,
      @Schema(description = "null for the limit in full", nullable = true)
          @Nullable ShareAnswer share,
      @Schema(
              description =
                  "By kind of channel, 0 to 1000 points; null takes the limit of a channel away")
          Map<String, Integer> channels) {}

  /** An appearance rule. */
  @Schema(name = "AppearanceRule")
  public record RuleAnswer(
      String audience,
      @Schema(
              description = "The channel that the rule is for; null for you as a whole",
              nullable = true)
          @Nullable String channel,
      String mode,
      int hideAt,
      int showAgainAt,
      String dwell,
      String atLimit,
      @Schema(
              description =
                  "The rules of single channels for this audience; they only narrow this one",
              nullable = true)
          @Nullable List<RuleAnswer> channels) {

    static RuleAnswer of(Audience audience, PresenceSettings settings) {
      return of(
          audience,
          null,
          settings.rule(audience),
          Arrays.stream(Channel.values())
              .flatMap(
                  channel ->
                      settings
                          .rule(audience, channel)
                          .map(rule -> of(audience, channel.code(), rule, null))
                          .stream())
              .toList());
    }

    static RuleAnswer of(Audience audience, Channel channel, AppearanceRule rule) {
      return of(audience, channel.code(), rule, null);
    }

    private static RuleAnswer of(
        Audience audience,
        @Nullable String channel,
        AppearanceRule rule,
        @Nullable List<RuleAnswer> channels) {
      return new RuleAnswer(
          audience.code(),
          channel,
          rule.mode().code(),
          rule.hideAt(),
          rule.showAgainAt(),
          rule.dwell().toString(),
          rule.atLimit().code(),
          channels);
    }
  }

  /** An appearance rule to set. */
  @Schema(name = "AppearanceRuleWish")
  public record RuleWish(
      @Schema(
              required = true,
              enumeration = {"always", "by-load", "hidden"})
          String mode,
      @Schema(description = "Points taken at which you are no longer offered") Integer hideAt,
      @Schema(description = "Points taken at which you are offered again") Integer showAgainAt,
      @Schema(description = "The least time between two changes, ISO 8601, up to PT24H")
          String dwell,
      @Schema(enumeration = {"vanish", "show-busy", "waitlist-only"}) String atLimit) {}

  /** How somebody is seen. */
  @Schema(name = "Preview")
  public record PreviewAnswer(
      String audience, boolean shown, @Schema(nullable = true) @Nullable PersonAnswer person) {}

  /** What somebody might decide. */
  @Schema(name = "PreviewWish", description = "What is not named stays as it is")
  public record PreviewWish(
      @Schema(
              enumeration = {"public", "known-customer", "colleague"},
              defaultValue = "public")
          String audience,
      int limit,
      @Schema(nullable = true) @Nullable ShareAnswer share,
      @Schema(description = "Limits of channels, by kind") Map<String, Integer> channels,
      @Schema(description = "The rule for the audience") RuleWish rule,
      @Schema(description = "The rules of channels for the audience, by kind; null for none")
          Map<String, RuleWish> channelRules,
      @Schema(description = "A status set by hand; null for none", nullable = true)
          @Nullable StatusWish status,
      HoursDocument hours) {}

  /** How somebody would be seen. */
  @Schema(name = "WhatIf")
  public record WhatIfAnswer(
      String audience,
      boolean shown,
      @Schema(nullable = true) @Nullable PersonAnswer person,
      @Schema(description = "Why, the deciding reason first") List<String> reasons,
      @Schema(nullable = true) @Nullable Instant nextChange) {}

  /** Why somebody is seen so. */
  @Schema(name = "Explanation")
  public record ExplanationAnswer(
      String audience,
      boolean shown,
      List<String> reasons,
      @Schema(
              description = "When the answer can change by time alone; null when only events can",
              nullable = true)
          @Nullable Instant nextChange,
      @Schema(description = "What your status is made of, in the order in which it is asked")
          List<SourceAnswer> sources) {}

  /** One source of a status. */
  @Schema(name = "Source")
  public record SourceAnswer(
      @Schema(
              enumeration = {
                "by-hand",
                "absence",
                "calendar",
                "public-holiday",
                "working-hours",
                "connector",
                "heartbeat"
              })
          String kind,
      @Schema(description = "Which of its kind: an id or a name; may be empty") String name,
      @Schema(description = "The status that it speaks for now", nullable = true)
          @Nullable String says,
      @Schema(description = "When it was set, read or heard of, or began", nullable = true)
          @Nullable Instant since,
      @Schema(description = "Until when it says so, or counts", nullable = true)
          @Nullable Instant until,
      @Schema(enumeration = {"decides", "outranked", "silent", "stale"}) String standing,
      @Schema(description = "All of this in a sentence") String text) {

    static SourceAnswer of(Source source, String text) {
      return new SourceAnswer(
          source.kind().code(),
          source.name(),
          source.says().map(status -> status.code()).orElse(null),
          source.since().map(People::seconds).orElse(null),
          source.until().map(People::seconds).orElse(null),
          source.standing().code(),
          text);
    }
  }

  /** What a client reports, and for how long that counts. */
  @Schema(name = "Session")
  public record SessionWish(
      @Schema(required = true, description = "Seconds, 1 to 3600") int timeToLive,
      @Schema(
              enumeration = {"do-not-disturb", "busy", "available", "away", "in-use"},
              defaultValue = "in-use")
          String state) {}

  /** The clients that count now. */
  @Schema(name = "Sessions")
  public record SessionsAnswer(List<SessionAnswer> sessions) {}

  /** One client that counts now. */
  @Schema(name = "OwnSession")
  public record SessionAnswer(String client, String state, Instant heardAt, Instant until) {

    static SessionAnswer of(Session session) {
      return new SessionAnswer(
          session.client(),
          session.state().code(),
          People.seconds(session.heardAt()),
          People.seconds(session.until()));
    }
  }
}
