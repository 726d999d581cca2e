package org.visavis.routing;

import java.util.List;

/** What becomes of a request that was handed in or continued. Immutable. */
public sealed interface RoutingDecision {

  /** Answers what the fitting function makes of it. */
  <T> T fold(Cases<T> cases);

  /**
   * A function for each kind of decision.
   *
   * @param <T> what they answer
   */
  interface Cases<T> {

    /** For a request that a person cares for. */
    T assigned(Assigned decision);

    /** For a request that waits for its person. */
    T queued(Queued decision);

    /** For a request whose customer is asked. */
    T offered(Offered decision);

    /** For a request that was not taken. */
    T refused(Refused decision);
  }

  /**
   * A person cares for it, or did until it ended: the chosen one, or a colleague where the customer
   * had said so.
   *
   * @param request the request
   */
  record Assigned(Request request) implements RoutingDecision {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.assigned(this);
    }
  }

  /**
   * It waits for the chosen person.
   *
   * @param request the request
   * @param position how many wait for that person up to this one, from 1
   */
  record Queued(Request request, int position) implements RoutingDecision {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.queued(this);
    }
  }

  /**
   * The chosen person has no room; the request is kept and the customer is asked.
   *
   * @param request the request
   * @param alternatives whom the customer may choose instead, the best first; may be empty
   */
  record Offered(Request request, List<Alternative> alternatives) implements RoutingDecision {

    /** Copies what comes in. */
    public Offered {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.offered(this);
    }
  }

  /**
   * It was not taken, and nothing was kept.
   *
   * @param reason why
   * @param alternatives whom the customer may choose instead, the best first; may be empty
   */
  record Refused(Refusal reason, List<Alternative> alternatives) implements RoutingDecision {

    /** Copies what comes in. */
    public Refused {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.refused(this);
    }
  }
}
