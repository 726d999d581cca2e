package org.visavis.web.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.visavis.directory.Channel;
import org.visavis.presence.PresenceSettings;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;

/**
 * The limits of single channels as they were typed. Immutable.
 *
 * @param points by the code of the channel; nothing for one without a limit of its own
 */
public record ChannelLimitsForm(Map<String, String> points) {

  /** Copies what comes in. */
  public ChannelLimitsForm {
    points = Map.copyOf(points);
  }

  static ChannelLimitsForm of(PresenceSettings settings) {
    Map<String, String> points = new LinkedHashMap<>();
    settings
        .channelLimits()
        .forEach((channel, limit) -> points.put(channel.code(), Integer.toString(limit)));
    return new ChannelLimitsForm(points);
  }

  /** Answers what is wrong. */
  List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    points.forEach(
        (channel, typed) -> {
          OptionalInt number = Numbers.read(typed);
          if (number.isEmpty() || number.getAsInt() > PresenceSettings.MAX_CHANNEL_LIMIT) {
            errors.add(
                new FieldError(
                    "limit-" + channel,
                    Phrase.of("error.limit", 0, PresenceSettings.MAX_CHANNEL_LIMIT)));
          }
        });
    return errors;
  }

  /**
   * Answers the limit of a channel, if it has one.
   *
   * @throws java.util.NoSuchElementException when it is no number
   */
  Optional<Integer> of(Channel channel) {
    return Optional.ofNullable(points.get(channel.code()))
        .map(typed -> Numbers.read(typed).orElseThrow());
  }
}
