package org.visavis.web.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.AtLimit;
import org.visavis.presence.Mode;

/** The documents with which an employee decides about the own presence. */
final class OwnPresence {

  private static final Duration USUAL_DWELL = Duration.ofMinutes(1);

  private OwnPresence() {}

  /**
   * Reads an appearance rule.
   *
   * @throws ProblemException when it is wrong
   */
  static AppearanceRule rule(JsonBody body) {
    Optional<Mode> mode = body.requireValue("mode", Mode::from);
    boolean byLoad = mode.equals(Optional.of(Mode.BY_LOAD));
    Optional<Integer> hideAt = byLoad ? body.requireNumber("hideAt") : body.number("hideAt");
    Optional<Integer> showAgainAt =
        byLoad ? body.requireNumber("showAgainAt") : body.number("showAgainAt");
    Optional<Duration> dwell = body.value("dwell", OwnPresence::duration);
    Optional<AtLimit> atLimit = body.value("atLimit", AtLimit::from);
    body.end();
    AppearanceRule usual =
        mode.equals(Optional.of(Mode.HIDDEN)) ? AppearanceRule.hidden() : AppearanceRule.always();
    return Checked.field(
        "hideAt",
        () ->
            new AppearanceRule(
                mode.orElseThrow(),
                hideAt.orElse(usual.hideAt()),
                showAgainAt.orElse(usual.showAgainAt()),
                dwell.orElse(byLoad ? USUAL_DWELL : usual.dwell()),
                atLimit.orElse(usual.atLimit())));
  }

  private static Duration duration(String text) {
    try {
      return Duration.parse(text.strip());
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException("is a time such as PT1M", e);
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
      @Schema(maxLength = 300) String note) {}

  /** The limit. */
  @Schema(name = "Limit")
  public record LimitAnswer(
      int limit,
      @Schema(description = "Points that requests and leases hold") int taken,
      @Schema(description = "The smallest limit that anybody may choose") int smallest,
      @Schema(description = "The largest limit that anybody may choose") int largest) {}

  /** A limit to set. */
  @Schema(name = "LimitWish")
  public record LimitWish(@Schema(required = true) int limit) {}

  /** An appearance rule. */
  @Schema(name = "AppearanceRule")
  public record RuleAnswer(
      String audience, String mode, int hideAt, int showAgainAt, String dwell, String atLimit) {

    static RuleAnswer of(Audience audience, AppearanceRule rule) {
      return new RuleAnswer(
          audience.code(),
          rule.mode().code(),
          rule.hideAt(),
          rule.showAgainAt(),
          rule.dwell().toString(),
          rule.atLimit().code());
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

  /** Working hours. */
  @Schema(name = "Hours")
  public record Hours(
      @Schema(required = true, examples = "Europe/Berlin") String timeZone,
      @Schema(required = true, examples = "Mon-Thu 08:30-12:30 13:00-17:00, Fri 09:00-14:00")
          String hours) {}

  /** How somebody is seen. */
  @Schema(name = "Preview")
  public record PreviewAnswer(
      String audience, boolean shown, @Schema(nullable = true) @Nullable PersonAnswer person) {}

  /** Why somebody is seen so. */
  @Schema(name = "Explanation")
  public record ExplanationAnswer(
      String audience,
      boolean shown,
      List<String> reasons,
      @Schema(
              description = "When the answer can change by time alone; null when only events can",
              nullable = true)
          @Nullable Instant nextChange) {}

  /** For how long a device counts. */
  @Schema(name = "Session")
  public record SessionWish(
      @Schema(required = true, description = "Seconds, 1 to 3600") int timeToLive) {}
}
