package org.visavis.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one decision on whether and how a person can be reached. A pure function: no clock, no store,
 * no state. It is total: every fact gives an answer and none an exception.
 *
 * <p><b>Status.</b> The first that says something: what was set by hand, until it ends; outside the
 * working hours off duty, until they begin; a device that was heard of lately, available; else
 * unknown. What has ended is not looked at.
 *
 * <p><b>Channels</b> that the person offers, by status:
 *
 * <table>
 *   <caption>Openness by status and channel, while there is room</caption>
 *   <tr><th>status</th><th>chat, phone, video</th><th>message</th><th>callback</th><th>appointment</th></tr>
 *   <tr><td>available</td><td>open</td><td>open</td><td>open</td><td>open</td></tr>
 *   <tr><td>busy</td><td>later</td><td>open</td><td>open</td><td>open</td></tr>
 *   <tr><td>away</td><td>later</td><td>open</td><td>open</td><td>open</td></tr>
 *   <tr><td>travelling</td><td>later</td><td>open</td><td>open</td><td>open</td></tr>
 *   <tr><td>off duty</td><td>later</td><td>open</td><td>open</td><td>open</td></tr>
 *   <tr><td>on holiday</td><td>later</td><td>open</td><td>later</td><td>open</td></tr>
 *   <tr><td>unknown</td><td>closed</td><td>open</td><td>open</td><td>open</td></tr>
 * </table>
 *
 * <p>A letter can wait, so writing and booking stay open: the status beside them says until when.
 * Who asks to be called back expects it within a working day, which is a promise that nobody can
 * keep from a holiday. Live channels are "later" where the end is known, and closed where nothing
 * is known.
 *
 * <p><b>Appearance.</b> Whose last day is over is hidden, whatever the rule says. Hidden by rule is
 * hidden; "always" is shown. By load, {@link #step} says whether the rule holds; its thresholds
 * never lie above the limit. Where it holds, {@link AtLimit#VANISH} hides; {@link
 * AtLimit#SHOW_BUSY} shows the person as busy with every channel closed; {@link
 * AtLimit#WAITLIST_ONLY} shows the person, never as available, and every channel that were open is
 * a waitlist.
 *
 * <p><b>Limit.</b> A person without a free point never has an open channel and is never shown as
 * available, under any rule: what were open is a waitlist, or closed under {@link
 * AtLimit#SHOW_BUSY}. So the dot and the routing cannot disagree.
 */
public final class Decision {

  private static final Reason SHOWN_BY_RULE = new Reason.ShownByRule();

  private Decision() {}

  /**
   * Decides on all channels of a person at once.
   *
   * @param facts everything that is known, with the rule for the audience that is asked about
   * @param now the instant for which the answer holds
   */
  public static Reachability decide(PresenceFacts facts, Instant now) {
    AppearanceRule rule = facts.rule();
    Optional<Instant> leaves = facts.leavesAt();
    if (leaves.isPresent() && !now.isBefore(leaves.get())) {
      return Reachability.hidden(List.of(new Reason.HasLeft(leaves.get())), Optional.empty());
    }
    if (rule.mode() == Mode.HIDDEN) {
      return Reachability.hidden(List.of(new Reason.HiddenByRule()), leaves);
    }
    CurrentLimit limit = CurrentLimit.of(facts.workload(), facts.share(), facts.absences(), now);
    Workload workload = limit.workload();
    LoadState state = step(rule, workload, facts.loadState(), now);
    Thresholds thresholds = Thresholds.of(rule, workload);
    Optional<Instant> held = thresholds.heldUntil(state, now);
    Optional<Instant> next = Instants.earlier(Instants.earlier(held, leaves), limit.nextChange());
    boolean full = state.relieved() || workload.free() == 0;
    List<Reason> ofLoad = full ? full(workload, state, thresholds, held) : List.of();
    if (limit.reason().isPresent()) {
      ofLoad = joined(ofLoad, limit.reason().get());
    }
    if (state.relieved() && rule.atLimit() == AtLimit.VANISH) {
      return Reachability.hidden(ofLoad, next);
    }
    CurrentStatus current = CurrentStatus.of(facts, now);
    Doors doors = Doors.of(facts, workload, current.status().status(), full, now);
    return new Reachability(
        true,
        full ? current.whenFull(rule.atLimit()) : current.status(),
        full ? Load.FULL : Load.of(workload),
        doors.channels(),
        reasons(ofLoad, current.reason(), shown(rule, workload, state, thresholds, held), doors),
        Instants.earlier(Instants.earlier(current.nextChange(), doors.nextChange()), next));
  }

  /** Says why there is no room: the rule by load has taken hold, or the limit is reached. */
  private static List<Reason> full(
      Workload workload, LoadState state, Thresholds thresholds, Optional<Instant> held) {
    if (!state.relieved()) {
      return List.of(new Reason.LimitReached(workload));
    }
    Reason reached = thresholds.reached(workload, state);
    return held.isEmpty() ? List.of(reached) : List.of(reached, new Reason.HeldByDwell(held.get()));
  }

  /** Says why the person is shown all the same, where that is not said yet. */
  private static @Nullable Reason shown(
      AppearanceRule rule,
      Workload workload,
      LoadState state,
      Thresholds thresholds,
      Optional<Instant> held) {
    if (rule.mode() == Mode.ALWAYS) {
      return SHOWN_BY_RULE;
    }
    if (state.relieved()) {
      return null;
    }
    return held.isPresent()
        ? new Reason.HeldByDwell(held.get())
        : new Reason.LoadBelowThreshold(workload, thresholds.hideAt());
  }

  /** Puts the reasons in order; most people have two, and need no list to be grown. */
  private static List<Reason> reasons(
      List<Reason> ofLoad, Reason ofStatus, @Nullable Reason ofRule, Doors doors) {
    if (ofLoad.isEmpty() && ofRule != null && doors.reasons().isEmpty()) {
      return List.of(ofStatus, ofRule);
    }
    List<Reason> reasons = new ArrayList<>(ofLoad);
    reasons.add(ofStatus);
    if (ofRule != null) {
      reasons.add(ofRule);
    }
    reasons.addAll(doors.reasons());
    return reasons;
  }

  private static List<Reason> joined(List<Reason> reasons, Reason last) {
    List<Reason> joined = new ArrayList<>(reasons);
    joined.add(last);
    return joined;
  }

  /**
   * Answers on which side of the thresholds a person is now, given where he or she was: the state
   * to keep after the workload, the rule or the time has changed. At {@code hideAt} points or more
   * (or at the limit, where that is lower) the rule takes hold, at {@code showAgainAt} or fewer it
   * lets go, and neither sooner than the dwell after the last change. A rule that does not look at
   * the workload has no memory: it answers {@link LoadState#initial()}.
   */
  public static LoadState step(
      AppearanceRule rule, Workload workload, LoadState before, Instant now) {
    if (rule.mode() != Mode.BY_LOAD) {
      return LoadState.initial();
    }
    Thresholds thresholds = Thresholds.of(rule, workload);
    return thresholds.asksForChange(before.relieved())
            && !now.isBefore(thresholds.earliestChange(before))
        ? new LoadState(!before.relieved(), now)
        : before;
  }
}
