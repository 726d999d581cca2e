package org.visavis.routing;

import java.util.List;

/** What came of the wish to book a time. Immutable. */
public sealed interface BookingOutcome {

  /** Answers what the fitting function makes of it. */
  <T> T fold(Cases<T> cases);

  /**
   * A function for each outcome.
   *
   * @param <T> what they answer
   */
  interface Cases<T> {

    /** For a time that is taken for the customer. */
    T booked(Booked outcome);

    /** For a time that cannot be had. */
    T notFree(NotFree outcome);

    /** For a person who does not take the request on. */
    T notAssigned(NotAssigned outcome);

    /** For a request whose time cannot be set. */
    T notPossible(NotPossible outcome);
  }

  /**
   * The time is taken for the customer, now or by an earlier call with the same key.
   *
   * @param request the request
   * @param booking its time
   */
  record Booked(Request request, Booking booking) implements BookingOutcome {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.booked(this);
    }
  }

  /**
   * The time cannot be had: somebody was quicker, or it was never free. Nothing was changed.
   *
   * @param others the next times that can be had, in order; may be empty
   */
  record NotFree(List<Slot> others) implements BookingOutcome {

    /** Copies what comes in. */
    public NotFree {
      others = List.copyOf(others);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.notFree(this);
    }
  }

  /**
   * The person does not take the request on, so no time was taken.
   *
   * @param decision what became of the request: refused or offered
   */
  record NotAssigned(RoutingDecision decision) implements BookingOutcome {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.notAssigned(this);
    }
  }

  /**
   * Nobody cares for the request just now, or it wants no appointment, or that has begun. Nothing
   * was changed.
   *
   * @param request the request as it stands
   */
  record NotPossible(Request request) implements BookingOutcome {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.notPossible(this);
    }
  }
}
