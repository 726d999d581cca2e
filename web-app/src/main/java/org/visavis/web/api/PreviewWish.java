package org.visavis.web.api;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.Guardrails;
import org.visavis.presence.ManualStatus;
import org.visavis.presence.PresenceSettings;
import org.visavis.presence.RuleScope;
import org.visavis.presence.WorkingHours;

/**
 * What an employee would decide otherwise, and who would be looking.
 *
 * @param audience who is looking
 * @param change answers the settings as they would be
 */
record PreviewWish(Audience audience, UnaryOperator<PresenceSettings> change) {

  /**
   * Reads a wish.
   *
   * @param guardrails the bounds of the limit
   * @throws ProblemException when something in it is wrong
   */
  static PreviewWish read(JsonBody body, Guardrails guardrails) {
    Audience audience = body.value("audience", Audience::from).orElse(Audience.PUBLIC);
    PresenceWishes.Limits limits = PresenceWishes.Limits.read(body);
    Optional<AppearanceRule> rule = body.object("rule").flatMap(PresenceWishes::rule);
    Map<Channel, Optional<AppearanceRule>> channelRules = new EnumMap<>(Channel.class);
    body.object("channelRules")
        .ifPresent(
            own -> {
              for (Channel channel : Channel.values()) {
                if (own.names(channel.code())) {
                  channelRules.put(
                      channel, own.object(channel.code()).flatMap(PresenceWishes::rule));
                }
              }
            });
    boolean byHand = body.names("status");
    Optional<ManualStatus> status = body.object("status").flatMap(PresenceWishes::status);
    Optional<WorkingHours> hours = body.object("hours").flatMap(HoursDocument::read);
    body.end();
    limits.limit().ifPresent(points -> Checked.run("limit", () -> guardrails.require(points)));
    return new PreviewWish(
        audience,
        settings -> {
          PresenceSettings after = limits.on(settings);
          after = rule.isPresent() ? after.withRule(RuleScope.of(audience), rule) : after;
          for (Map.Entry<Channel, Optional<AppearanceRule>> own : channelRules.entrySet()) {
            after = after.withRule(RuleScope.of(audience, own.getKey()), own.getValue());
          }
          after = byHand ? after.withManual(status) : after;
          return hours.map(after::withHours).orElse(after);
        });
  }
}
