package org.visavis.web.pages;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Standing;
import org.visavis.directory.Standings;
import org.visavis.presence.Openness;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;

/**
 * What the directory is told of the decisions, so that it counts and filters by them: the channels
 * that are not closed to the public, and the code of the status as the only mark. The same
 * decisions give the same standings, so that the directory remembers them. Thread-safe.
 */
@ApplicationScoped
public class PublicStandings {

  private record Kept(
      Map<EmployeeId, Reachability> shown, Standings everybody, Standings reachable) {

    static Kept of(Map<EmployeeId, Reachability> shown) {
      return new Kept(
          shown,
          Standings.of(asked(shown, decision -> true)),
          Standings.of(asked(shown, Reachability::isReachableNow)));
    }
  }

  private volatile Kept kept = Kept.of(Map.of());

  /** Answers how those stand who are shown. */
  public Standings everybody(Map<EmployeeId, Reachability> shown) {
    return kept(shown).everybody();
  }

  /** Answers how those stand who are shown and whom one can have now. */
  public Standings reachable(Map<EmployeeId, Reachability> shown) {
    return kept(shown).reachable();
  }

  private Kept kept(Map<EmployeeId, Reachability> shown) {
    Kept last = kept;
    if (last.shown() != shown) {
      last = Kept.of(shown);
      kept = last;
    }
    return last;
  }

  /** Answers how those stand who are shown and whose decision is wanted, asking each time. */
  public static Function<EmployeeId, Optional<Standing>> asked(
      Map<EmployeeId, Reachability> shown, Predicate<Reachability> wanted) {
    return id -> Optional.ofNullable(shown.get(id)).filter(wanted).map(PublicStandings::of);
  }

  /** Answers the mark of a status. */
  public static String mark(Status status) {
    return status.code();
  }

  private static Standing of(Reachability decision) {
    Set<Channel> channels = EnumSet.noneOf(Channel.class);
    decision
        .channels()
        .forEach(
            (channel, openness) -> {
              if (openness != Openness.CLOSED) {
                channels.add(channel);
              }
            });
    return Standing.of(channels, Set.of(mark(decision.status().status())));
  }
}
