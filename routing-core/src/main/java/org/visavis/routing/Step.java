package org.visavis.routing;

import java.util.function.Function;

/** What came of a step that somebody wanted to take with a request. Immutable. */
public sealed interface Step {

  /** Answers what the function for the actual outcome makes of it. */
  <T> T fold(Function<Taken, T> taken, Function<NotPossible, T> notPossible);

  /**
   * The step was taken, now or by an earlier call with the same key.
   *
   * @param request the request after it
   */
  record Taken(Request request) implements Step {
    @Override
    public <T> T fold(Function<Taken, T> taken, Function<NotPossible, T> notPossible) {
      return taken.apply(this);
    }
  }

  /**
   * The request is in a state that does not allow the step, or there is no room for it. Nothing was
   * changed.
   *
   * @param request the request as it stands
   * @param reason why
   */
  record NotPossible(Request request, Reason reason) implements Step {
    @Override
    public <T> T fold(Function<Taken, T> taken, Function<NotPossible, T> notPossible) {
      return notPossible.apply(this);
    }
  }

  /** Why a step is not possible. */
  enum Reason {
    /** The state of the request does not allow it. */
    WRONG_STATE,
    /** The employee has no room left. */
    AT_LIMIT,
    /** There is no such colleague, as far as the employee may know. */
    UNKNOWN_COLLEAGUE,
    /** The other request is another customer's. */
    OTHER_CUSTOMER
  }
}
