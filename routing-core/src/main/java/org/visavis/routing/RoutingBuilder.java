package org.visavis.routing;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.visavis.presence.Presence;
import org.visavis.routing.spi.LeaseStore;
import org.visavis.routing.spi.Ledger;
import org.visavis.routing.spi.Ranking;
import org.visavis.routing.spi.RelationshipStore;
import org.visavis.routing.spi.RequestObserver;
import org.visavis.routing.spi.RequestStore;

/** Collects what routing works with. Begin with {@link Routing#over}. Not thread-safe. */
public final class RoutingBuilder {

  final Presence presence;
  final Ledger ledger;
  final LeaseStore leases;
  final RequestStore requests;
  final InstantSource clock;
  final List<RequestObserver> observers = new ArrayList<>();
  Ranking ranking = Ranking.nobody();
  RelationshipStore relationships = RelationshipStore.nothing();
  SecureRandom random = new SecureRandom();
  Effort effort = Effort.standard();
  Executor afterCommit = Runnable::run;
  Duration patience = Duration.ofDays(3);

  RoutingBuilder(
      Presence presence,
      Ledger ledger,
      LeaseStore leases,
      RequestStore requests,
      InstantSource clock) {
    this.presence = Objects.requireNonNull(presence, "presence");
    this.ledger = Objects.requireNonNull(ledger, "ledger");
    this.leases = Objects.requireNonNull(leases, "leases");
    this.requests = Objects.requireNonNull(requests, "requests");
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  /**
   * Says who proposes whom a customer may choose instead; {@link Ranking#nobody()} unless it is
   * said.
   */
  public RoutingBuilder ranking(Ranking ranking) {
    this.ranking = Objects.requireNonNull(ranking, "ranking");
    return this;
  }

  /**
   * Says where it is kept who helped a customer last; nowhere unless it is said. {@link
   * Relationships} reads and ends what is kept.
   */
  public RoutingBuilder relationships(RelationshipStore relationships) {
    this.relationships = Objects.requireNonNull(relationships, "relationships");
    return this;
  }

  /** Says where secrets come from; the platform's default generator unless it is said. */
  public RoutingBuilder random(SecureRandom random) {
    this.random = Objects.requireNonNull(random, "random");
    return this;
  }

  /** Says how many points each channel weighs; {@link Effort#standard()} unless it is said. */
  public RoutingBuilder effort(Effort effort) {
    this.effort = Objects.requireNonNull(effort, "effort");
    return this;
  }

  /** Adds somebody who is told what happens to requests; observers are told in this order. */
  public RoutingBuilder observer(RequestObserver observer) {
    observers.add(Objects.requireNonNull(observer, "observer"));
    return this;
  }

  /**
   * Says how to run what may happen only once the caller's transaction is committed; at once unless
   * it is said, which is right where there are no transactions.
   */
  public RoutingBuilder afterCommit(Executor afterCommit) {
    this.afterCommit = Objects.requireNonNull(afterCommit, "afterCommit");
    return this;
  }

  /**
   * Says how long a request may wait or be offered until it expires; three days unless it is said.
   *
   * @throws IllegalArgumentException when the time is not positive
   */
  public RoutingBuilder patience(Duration patience) {
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience is a positive time");
    }
    this.patience = patience;
    return this;
  }

  /** Answers the routing. */
  public Routing build() {
    return new LedgerRouting(this);
  }
}
