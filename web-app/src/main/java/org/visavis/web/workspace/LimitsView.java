package org.visavis.web.workspace;

import java.util.List;
import java.util.Optional;
import org.visavis.web.pages.ChannelKind;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.View;

/**
 * How much the employee takes on. Forms: {@code POST …/limits} ({@code limit}), {@code
 * …/limits/share} ({@code percent, shareEnd, shareDay}, or {@code clear}) and {@code
 * …/limits/channels} ({@code limit-CHANNEL}).
 *
 * @param limit the employee's own limit, in effort points
 * @param current the limit as it holds now
 * @param taken how many points are taken now
 * @param lowered why the limit does not hold in full now
 * @param smallest the smallest limit that the organisation allows
 * @param largest the largest limit that the organisation allows
 * @param form the limit as it was typed
 * @param share the part of the limit as it was typed
 * @param shared whether a part of the limit is set
 * @param channels the channels that the employee offers
 * @param channelLimits their limits as they were typed
 * @param errors what is wrong with what was sent
 */
public record LimitsView(
    int limit,
    int current,
    int taken,
    Optional<Phrase> lowered,
    int smallest,
    int largest,
    LimitForm form,
    ShareForm share,
    boolean shared,
    List<ChannelKind> channels,
    ChannelLimitsForm channelLimits,
    List<FieldError> errors)
    implements View {

  /** Copies the lists. */
  public LimitsView {
    channels = List.copyOf(channels);
    errors = List.copyOf(errors);
  }

  @Override
  public String template() {
    return "workspace/limits.jte";
  }
}
