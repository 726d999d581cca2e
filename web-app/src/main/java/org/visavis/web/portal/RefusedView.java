package org.visavis.web.portal;

import java.util.List;
import org.visavis.web.pages.Alternative;
import org.visavis.web.pages.ChannelKind;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.pages.View;

/**
 * What a customer can do when the chosen person cannot be had on the chosen channel now.
 *
 * @param person the chosen person, with the channels that are open
 * @param channel the chosen channel
 * @param waitHref where the waitlist is joined; an empty string where there is none
 * @param alternatives colleagues to choose
 */
public record RefusedView(
    PersonCard person, ChannelKind channel, String waitHref, List<Alternative> alternatives)
    implements View {

  /** Copies the list. */
  public RefusedView {
    alternatives = List.copyOf(alternatives);
  }

  @Override
  public String template() {
    return "portal/refused.jte";
  }
}
