package org.visavis.web.workspace;

import java.util.List;
import java.util.stream.Collectors;
import org.visavis.presence.Reachability;
import org.visavis.presence.Reason;
import org.visavis.presence.Workload;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.StatusKind;

/**
 * Says to an employee, in complete sentences, why customers see him or her as they do. For the
 * employee alone: the reasons of others are nobody's business.
 */
public final class Explanations {

  private Explanations() {}

  /** Answers one sentence for each reason of the decision, the deciding one first. */
  public static List<Phrase> of(Reachability decision) {
    return decision.reasons().stream()
        .map(reason -> sentence(reason, decision.shown()))
        .collect(Collectors.toUnmodifiableList());
  }

  static Phrase sentence(Reason reason, boolean shown) {
    if (reason instanceof Reason.SetByHand byHand) {
      return Phrase.of(
          "explain.set-by-hand", StatusKind.valueOf(byHand.status().name()), byHand.until());
    } else if (reason instanceof Reason.OutsideWorkingHours outside) {
      return outside
          .nextStart()
          .map(start -> Phrase.of("explain.outside-hours", start))
          .orElseGet(() -> Phrase.of("explain.outside-hours.no-end"));
    } else if (reason instanceof Reason.AtTheDesk desk) {
      return Phrase.of("explain.at-the-desk", desk.until());
    } else if (reason instanceof Reason.NothingRecent) {
      return Phrase.of("explain.nothing-recent");
    } else if (reason instanceof Reason.HasLeft left) {
      return Phrase.of("explain.has-left", left.since());
    } else if (reason instanceof Reason.HiddenByRule) {
      return Phrase.of("explain.hidden-by-rule");
    } else if (reason instanceof Reason.ShownByRule) {
      return Phrase.of("explain.shown-by-rule");
    }
    return ofLoad(reason, shown);
  }

  private static Phrase ofLoad(Reason reason, boolean shown) {
    if (reason instanceof Reason.LoadBelowThreshold below) {
      Workload workload = below.workload();
      return Phrase.of("explain.load-below", workload.taken(), workload.limit(), below.hideAt());
    } else if (reason instanceof Reason.LoadReachedThreshold reached) {
      Workload workload = reached.workload();
      return Phrase.of(
          shown ? "explain.load-reached.shown" : "explain.load-reached",
          reached.since(),
          workload.taken(),
          workload.limit(),
          reached.showAgainAt());
    } else if (reason instanceof Reason.HeldByDwell held) {
      return Phrase.of("explain.held-by-dwell", held.until());
    } else if (reason instanceof Reason.LimitReached full) {
      return Phrase.of("explain.limit-reached", full.workload().taken(), full.workload().limit());
    }
    throw new IllegalArgumentException("No words for " + reason.getClass().getSimpleName());
  }
}
