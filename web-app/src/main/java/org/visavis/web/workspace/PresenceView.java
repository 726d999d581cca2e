package org.visavis.web.workspace;

import java.util.List;
import java.util.Optional;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.StatusKind;
import org.visavis.web.pages.View;

/**
 * How each audience sees the employee now, what that is made of, and why.
 *
 * @param seen one for each audience, the public first
 * @param sources what the status is made of, in the order in which they are asked
 * @param asked how many colleagues wait for a word on standing in for them
 */
public record PresenceView(List<SeenAs> seen, List<SourceRow> sources, long asked) implements View {

  /** Copies the lists. */
  public PresenceView {
    seen = List.copyOf(seen);
    sources = List.copyOf(sources);
  }

  @Override
  public String template() {
    return "workspace/presence.jte";
  }

  /**
   * A source of the status.
   *
   * @param kind the code of its kind
   * @param name which of its kind; may be empty
   * @param says what it says about this moment, if it says something
   * @param since its age
   * @param until until when it says so, or counts
   * @param standing the code of how it stands
   * @param why why it decides or does not
   */
  public record SourceRow(
      String kind,
      String name,
      Optional<StatusKind> says,
      Optional<Phrase> since,
      Optional<Phrase> until,
      String standing,
      Phrase why) {}
}
