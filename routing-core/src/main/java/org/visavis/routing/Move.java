package org.visavis.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.TimelineEvent.Kind;

/** What a step would do with a request as it stands. */
sealed interface Move {

  /**
   * Changes the request.
   *
   * @param state the new state
   * @param employee whose request it is then
   * @param events what happens, in order
   * @param situation what belongs to the new state; the points are counted when the step is taken
   * @param beyondLimit whether the employee may be given more than the limit allows
   * @param otherwise what to do where the employee has no room for it; empty to do nothing
   */
  record To(
      RequestState state,
      EmployeeId employee,
      List<Happening> events,
      Situation situation,
      boolean beyondLimit,
      Optional<To> otherwise)
      implements Move {

    /** Whoever was asked about the request is asked no more. */
    static To of(RequestState state, EmployeeId employee, Happening... events) {
      return new To(
          state, employee, List.of(events), Situation.holding(0), false, Optional.empty());
    }

    /** Whoever was asked about the request still is. */
    static To same(Request request, RequestState state, Happening... events) {
      Situation kept = Situation.holding(0).withAsked(request.asked());
      return of(state, request.employee(), events)
          .with(
              state == RequestState.SNOOZED
                  ? request.wakesAt().map(kept::withWakesAt).orElse(kept)
                  : kept);
    }

    To with(Situation other) {
      return new To(state, employee, events, other, beyondLimit, otherwise);
    }

    To orElse(To other) {
      return new To(state, employee, events, situation, beyondLimit, Optional.of(other));
    }

    /** The same, and where there is no room nevertheless, which is recorded. */
    To orBeyondTheLimit() {
      Happening recorded = Happening.of(Kind.OVERRIDDEN, employee);
      List<Happening> more = Stream.concat(events.stream(), Stream.of(recorded)).toList();
      return orElse(new To(state, employee, more, situation, true, Optional.empty()));
    }
  }

  /** Has been done already. */
  record Stay() implements Move {}

  /**
   * Cannot be done.
   *
   * @param reason why
   */
  record Not(Step.Reason reason) implements Move {}

  /**
   * An event whose time is not fixed yet.
   *
   * @param kind what happens
   * @param employee whom it concerns
   * @param text the words, may be empty
   * @param proposed proposed colleagues
   * @param moment the time of which it speaks
   */
  record Happening(
      Kind kind,
      EmployeeId employee,
      String text,
      List<EmployeeId> proposed,
      Optional<Instant> moment) {

    static Happening of(Kind kind, EmployeeId employee) {
      return saying(kind, employee, "");
    }

    static Happening saying(Kind kind, EmployeeId employee, String text) {
      return new Happening(kind, employee, text, List.of(), Optional.empty());
    }

    Happening of(Instant instant) {
      return new Happening(kind, employee, text, proposed, Optional.of(instant));
    }

    Happening proposing(List<EmployeeId> colleagues) {
      return new Happening(kind, employee, text, colleagues, moment);
    }
  }

  /** Answers that the state does not allow it. */
  static Move wrongState() {
    return new Not(Step.Reason.WRONG_STATE);
  }
}
