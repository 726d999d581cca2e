package org.visavis.web.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.visavis.web.pages.ChannelKind;
import org.visavis.web.pages.LoadWord;
import org.visavis.web.pages.Openness;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.Portrait;
import org.visavis.web.pages.StatusView;

/**
 * How an audience sees the employee, or would see him or her.
 *
 * @param audience its code
 * @param shown whether it sees the person at all
 * @param face the portrait, as far as the audience may see it
 * @param name the name that the audience sees
 * @param status the status
 * @param load the room for another request
 * @param channels what the audience can do
 * @param why the reasons, in complete sentences
 * @param next when that can change by time alone
 */
public record SeenAs(
    String audience,
    boolean shown,
    Portrait face,
    String name,
    StatusView status,
    LoadWord load,
    List<Door> channels,
    List<Phrase> why,
    Optional<Instant> next) {

  /** Copies the lists. */
  public SeenAs {
    channels = List.copyOf(channels);
    why = List.copyOf(why);
  }

  /** A channel and whether it can be used. */
  public record Door(ChannelKind kind, Openness openness) {}
}
