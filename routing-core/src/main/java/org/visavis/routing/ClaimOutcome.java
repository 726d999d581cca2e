package org.visavis.routing;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What came of a claim. Immutable. */
public sealed interface ClaimOutcome {

  /** Answers what the function for the actual outcome makes of it. */
  <T> T fold(Function<Leased, T> leased, Function<Refused, T> refused);

  /** Answers the token of the lease, where there is one: what a request is handed in with. */
  Optional<LeaseToken> token();

  /**
   * The room is held.
   *
   * @param lease what is held, and until when
   */
  record Leased(Lease lease) implements ClaimOutcome {
    @Override
    public Optional<LeaseToken> token() {
      return Optional.of(lease.token());
    }

    @Override
    public <T> T fold(Function<Leased, T> leased, Function<Refused, T> refused) {
      return leased.apply(this);
    }
  }

  /**
   * Nothing is held.
   *
   * @param reason why
   * @param alternatives whom the customer may choose instead, the best first
   */
  record Refused(Refusal reason, List<Alternative> alternatives) implements ClaimOutcome {

    /** Copies what comes in. */
    public Refused {
      alternatives = List.copyOf(alternatives);
    }

    @Override
    public Optional<LeaseToken> token() {
      return Optional.empty();
    }

    @Override
    public <T> T fold(Function<Leased, T> leased, Function<Refused, T> refused) {
      return refused.apply(this);
    }
  }
}
