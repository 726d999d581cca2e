package org.visavis.routing.ranking;

import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.Profile;
import org.visavis.presence.Reachability;

/**
 * Somebody who may be proposed: shown to the audience and open on the channel. Immutable.
 *
 * @param profile who, as the audience of the wish may see the person
 * @param reachability the decision on this person for the audience of the wish
 * @param chosen the person instead of whom this one may be chosen, as that audience may see him or
 *     her; empty when there is nobody of that id any more
 */
public record Candidate(Profile profile, Reachability reachability, Optional<Profile> chosen) {

  /** Checks what comes in. */
  public Candidate {
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(reachability, "reachability");
    Objects.requireNonNull(chosen, "chosen");
  }
}
