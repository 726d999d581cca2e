package org.visavis.web.pages;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Standing;
import org.visavis.presence.Openness;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;

/** What the directory is told of the decisions, so that it counts and filters by them. */
public final class Standings {

  private Standings() {}

  /**
   * Answers how those stand who are shown and whose decision is wanted: with the channels that are
   * not closed to the public, and the code of the status as the only mark.
   */
  public static Function<EmployeeId, Optional<Standing>> of(
      Map<EmployeeId, Reachability> shown, Predicate<Reachability> wanted) {
    return id -> Optional.ofNullable(shown.get(id)).filter(wanted).map(Standings::of);
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
