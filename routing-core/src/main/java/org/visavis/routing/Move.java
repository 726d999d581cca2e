package org.visavis.routing;

import java.util.List;
import java.util.Optional;
import org.visavis.directory.EmployeeId;

/** What a step would do with a request as it stands. */
sealed interface Move {

  /**
   * Changes the request.
   *
   * @param state the new state
   * @param employee whose request it is then
   * @param events what happens, in order
   * @param otherwise what to do where the employee has no room for it; empty to do nothing
   */
  record To(RequestState state, EmployeeId employee, List<Happening> events, Optional<To> otherwise)
      implements Move {

    static To of(RequestState state, EmployeeId employee, Happening... events) {
      return new To(state, employee, List.of(events), Optional.empty());
    }

    To orElse(To other) {
      return new To(state, employee, events, Optional.of(other));
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
   */
  record Happening(
      TimelineEvent.Kind kind, EmployeeId employee, String text, List<EmployeeId> proposed) {

    static Happening of(TimelineEvent.Kind kind, EmployeeId employee) {
      return new Happening(kind, employee, "", List.of());
    }

    static Happening saying(TimelineEvent.Kind kind, EmployeeId employee, String text) {
      return new Happening(kind, employee, text, List.of());
    }
  }

  /** Answers that the state does not allow it. */
  static Move wrongState() {
    return new Not(Step.Reason.WRONG_STATE);
  }
}
