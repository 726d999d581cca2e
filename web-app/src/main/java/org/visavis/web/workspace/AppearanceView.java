package org.visavis.web.workspace;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.visavis.web.pages.ChannelKind;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.View;

/**
 * When the employee appears, to whom and on which channels. The form posts to {@code …/appearance}
 * ({@code audience, channel}, {@link AppearanceForm}); with {@code step=preview} it comes back with
 * what would be seen, and nothing is set.
 *
 * @param rules every rule that is set, by whom it is for
 * @param audiences the codes of all audiences
 * @param channels the channels that the employee offers
 * @param audience whom the form is for
 * @param channel the code of the channel that it is for; empty for the person as a whole
 * @param mayInherit whether another rule can hold instead
 * @param form what was typed, or the rule
 * @param largest the largest limit that the organisation allows
 * @param limit the employee's limit
 * @param preview what would be seen with what was typed
 * @param errors what is wrong with what was sent
 */
public record AppearanceView(
    List<RuleRow> rules,
    List<String> audiences,
    List<ChannelKind> channels,
    String audience,
    String channel,
    boolean mayInherit,
    AppearanceForm form,
    int largest,
    int limit,
    Optional<SeenAs> preview,
    List<FieldError> errors)
    implements View {

  /** Copies the lists. */
  public AppearanceView {
    rules = List.copyOf(rules);
    audiences = List.copyOf(audiences);
    channels = List.copyOf(channels);
    errors = List.copyOf(errors);
  }

  @Override
  public String template() {
    return "workspace/appearance.jte";
  }

  /**
   * A rule that is set.
   *
   * @param audience the code of the audience
   * @param channel the code of the channel; empty for the person as a whole
   * @param words what it says
   */
  public record RuleRow(String audience, String channel, Phrase words) {}

  /** When a person appears. */
  public enum Rule {
    ALWAYS,
    BY_LOAD,
    HIDDEN;

    /** The word in form fields and keys: small letters, with hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What happens at the limit. */
  public enum AtLimit {
    VANISH,
    SHOW_BUSY,
    WAITLIST_ONLY;

    /** The word in form fields and keys: small letters, with hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
