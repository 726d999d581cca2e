package org.visavis.routing;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Openness;
import org.visavis.presence.Presence;
import org.visavis.routing.spi.WaitlistObserver;
import org.visavis.routing.spi.WaitlistStore;

/** A waitlist that tells of room by holding it. */
final class LeasingWaitlist implements Waitlist {

  private static final int MOST_AT_ONCE = 500;

  private final Presence presence;
  private final Routing routing;
  private final WaitlistStore store;
  private final WaitlistObserver observer;
  private final InstantSource clock;
  private final SecureRandom random;

  LeasingWaitlist(
      Presence presence,
      Routing routing,
      WaitlistStore store,
      WaitlistObserver observer,
      InstantSource clock,
      SecureRandom random) {
    this.presence = Objects.requireNonNull(presence, "presence");
    this.routing = Objects.requireNonNull(routing, "routing");
    this.store = Objects.requireNonNull(store, "store");
    this.observer = Objects.requireNonNull(observer, "observer");
    this.clock = Objects.requireNonNull(clock, "clock");
    this.random = Objects.requireNonNull(random, "random");
  }

  @Override
  public boolean join(EmployeeId employee, Channel channel, String email, Locale language) {
    Instant now = now();
    WaitlistEntry entry =
        new WaitlistEntry(
            WaitlistToken.random(random),
            employee,
            channel,
            email,
            language,
            Optional.empty(),
            now.plus(CONFIRMED_WITHIN));
    if (!presence.reachability(employee, Audience.PUBLIC).shown()) {
      return false;
    }
    store.removeEnded(now, MOST_AT_ONCE);
    if (store.countOfAddress(entry.email()) < MOST_OF_ADDRESS
        && store.countOfEmployee(employee) < MOST_OF_EMPLOYEE
        && store.save(entry)) {
      observer.asked(entry);
    }
    return true;
  }

  @Override
  public WaitlistStanding standing(WaitlistToken token) {
    return live(token)
        .<WaitlistStanding>map(WaitlistStanding.Waiting::new)
        .orElseGet(WaitlistStanding.Gone::new);
  }

  @Override
  public WaitlistStanding confirm(WaitlistToken token) {
    Optional<WaitlistEntry> asked = live(token);
    if (asked.isEmpty()) {
      return new WaitlistStanding.Gone();
    }
    Instant now = now();
    store.confirm(token, now, now.plus(LASTS));
    EmployeeId employee = asked.get().employee();
    return tell(employee, token)
        .<WaitlistStanding>map(WaitlistStanding.Free::new)
        .orElseGet(() -> standing(token));
  }

  @Override
  public void withdraw(WaitlistToken token) {
    store.remove(token);
  }

  @Override
  public void tell(EmployeeId employee) {
    if (isOpen(employee)) {
      tell(employee, WaitlistToken.random(random));
    }
  }

  @Override
  public Set<EmployeeId> waitedFor() {
    return store.waitedFor();
  }

  @Override
  public Optional<Instant> endDue() {
    store.removeEnded(now(), MOST_AT_ONCE);
    return store.nextEnd();
  }

  /** Tells who waits, and answers the lease of that entry where it was among them. */
  private Optional<Lease> tell(EmployeeId employee, WaitlistToken wanted) {
    routing.admitWaiting(employee);
    Optional<Lease> held = Optional.empty();
    Set<Channel> full = EnumSet.noneOf(Channel.class);
    for (WaitlistEntry entry : store.waiting(employee, now())) {
      if (full.contains(entry.channel())) {
        continue;
      }
      Optional<Lease> lease = lease(entry);
      if (lease.isEmpty()) {
        full.add(entry.channel());
      } else if (store.remove(entry.token()).isEmpty()) {
        // Taken back, or told by somebody who was quicker.
        routing.release(lease.get().token());
      } else {
        observer.free(entry, lease.get());
        held = entry.token().equals(wanted) ? lease : held;
      }
    }
    return held;
  }

  /** Asks presence first: it answers from memory, and a refused claim looks for alternatives. */
  private Optional<Lease> lease(WaitlistEntry entry) {
    if (presence.openness(entry.employee(), entry.channel(), Audience.PUBLIC) != Openness.OPEN) {
      return Optional.empty();
    }
    String key = "waitlist-" + LeaseToken.random(random).value();
    return routing
        .claim(entry.employee(), entry.channel(), Audience.PUBLIC, key)
        .fold(leased -> Optional.of(leased.lease()), refused -> Optional.empty());
  }

  private boolean isOpen(EmployeeId employee) {
    return presence.reachability(employee, Audience.PUBLIC).channels().containsValue(Openness.OPEN);
  }

  private Optional<WaitlistEntry> live(WaitlistToken token) {
    Instant now = now();
    return store.find(token).filter(entry -> now.isBefore(entry.until()));
  }

  /** The time in the precision that every store keeps. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
