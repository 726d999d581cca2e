package org.visavis.presence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.Channel;
import org.visavis.directory.Label;

/**
 * The decision on one person for one audience: the only thing that pages, API, stream and routing
 * look at. Immutable.
 *
 * <p>Everybody who is not shown has the same public face, {@link #hidden()}, whether hidden or not
 * existing; what differs is for the employee alone: the reasons and the next instant.
 *
 * @param shown whether the person appears at all
 * @param status what stands under the photo; unknown for a hidden person
 * @param load how full the person is, coarsely; full for a hidden person
 * @param channels the openness of each channel that the person offers; none for a hidden person
 * @param reasons why, the deciding one first; for the employee, never for others
 * @param nextChange the first instant at which the answer can change by time alone; empty when only
 *     an event can change it
 */
public record Reachability(
    boolean shown,
    PublicStatus status,
    Load load,
    Map<Channel, Openness> channels,
    List<Reason> reasons,
    Optional<Instant> nextChange) {

  private static final PublicStatus NO_STATUS =
      new PublicStatus(Status.UNKNOWN, Optional.empty(), Label.empty());
  private static final Reachability HIDDEN =
      new Reachability(false, NO_STATUS, Load.FULL, Map.of(), List.of(), Optional.empty());

  /** Copies what comes in. */
  public Reachability {
    Objects.requireNonNull(status, "status");
    Objects.requireNonNull(load, "load");
    channels = Openings.of(channels);
    reasons = List.copyOf(reasons);
    Objects.requireNonNull(nextChange, "nextChange");
  }

  /** Answers the face of everybody who is hidden, and of everybody who does not exist. */
  public static Reachability hidden() {
    return HIDDEN;
  }

  /** Answers a hidden person's decision, with what only the person may know. */
  public static Reachability hidden(List<Reason> reasons, Optional<Instant> nextChange) {
    return new Reachability(false, NO_STATUS, Load.FULL, Map.of(), reasons, nextChange);
  }

  /** Answers the openness of a channel; closed for one that the person does not offer. */
  public Openness channel(Channel channel) {
    return channels.getOrDefault(channel, Openness.CLOSED);
  }

  /**
   * Answers whether somebody who asks now can hope for an answer now: the person is available and a
   * channel is open. A message to somebody who is off duty can be left, which is not the same.
   */
  public boolean isReachableNow() {
    return status.status() == Status.AVAILABLE && channels.containsValue(Openness.OPEN);
  }

  /** Answers this decision without what only the employee may know: reasons and next instant. */
  public Reachability forOthers() {
    return shown
        ? new Reachability(true, status, load, channels, List.of(), Optional.empty())
        : HIDDEN;
  }
}
