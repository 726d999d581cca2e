package org.visavis.routing;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Something that somebody does, or time does.
 *
 * @param kind what
 * @param person the number of the employee
 * @param other the number of the lease or request, counted around
 * @param amount how much of it: what the customer wants, a limit, a time
 */
record Act(Kind kind, int person, int other, int amount) {

  static final int PEOPLE = 3;
  static final int LARGEST_LIMIT = 4;

  enum Kind {
    CLAIM,
    CLAIM_LIVE,
    RELEASE,
    SUBMIT,
    SUBMIT_WITH_LEASE,
    SUBMIT_CHAT,
    SUBMIT_PHONE,
    CHOOSE_TO_WAIT,
    CHOOSE_COLLEAGUE,
    WRITE,
    WITHDRAW,
    REOPEN,
    GIVE_FEEDBACK,
    ACCEPT,
    ACCEPT_BEYOND,
    REPLY,
    SNOOZE,
    RESOLVE,
    DECLINE,
    DECLINE_FOR_NOW,
    ASK_TO_TAKE_OVER,
    ASK_FOR_COUNTER_OFFER,
    UNASK,
    AGREE,
    REFUSE,
    MERGE,
    HIDE,
    SHOW,
    LIMIT,
    PASS
  }

  IfUnavailable ifUnavailable() {
    return IfUnavailable.values()[amount % IfUnavailable.values().length];
  }

  int limit() {
    return 1 + amount % LARGEST_LIMIT;
  }

  /** Often a little, sometimes longer than a lease lasts, seldom longer than patience. */
  long minutes() {
    return List.of(1L, 4L, 11L, 11L, 60L, 4 * 24 * 60L).get(amount);
  }

  static Arbitrary<List<Act>> sequences(int most) {
    Arbitrary<Kind> kinds =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.of(Kind.SUBMIT, Kind.CLAIM)),
            Tuple.of(5, Arbitraries.of(Kind.class)));
    return Combinators.combine(
            kinds,
            Arbitraries.integers().between(0, PEOPLE - 1),
            Arbitraries.integers().between(0, 7),
            Arbitraries.integers().between(0, 5))
        .as(Act::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(most);
  }
}
