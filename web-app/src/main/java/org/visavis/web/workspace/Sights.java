package org.visavis.web.workspace;

import java.time.Instant;
import org.visavis.directory.Audience;
import org.visavis.directory.Employee;
import org.visavis.directory.Profile;
import org.visavis.presence.Reachability;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.Language;

/** Says to an employee how an audience sees him or her by a decision. */
final class Sights {

  private Sights() {}

  /** The last day is left aside: whoever has left has a decision that says so. */
  static SeenAs of(Employee employee, Audience audience, Reachability decision, Language language) {
    Profile profile = Profile.of(employee, audience, Instant.MIN).orElseThrow();
    return new SeenAs(
        audience.code(),
        decision.shown(),
        Cards.portrait(profile),
        profile.displayName(),
        Cards.status(decision.status(), language),
        Cards.load(decision.load()),
        decision.channels().entrySet().stream()
            .map(
                door ->
                    new SeenAs.Door(Cards.channel(door.getKey()), Cards.openness(door.getValue())))
            .toList(),
        Explanations.of(decision),
        decision.nextChange());
  }
}
