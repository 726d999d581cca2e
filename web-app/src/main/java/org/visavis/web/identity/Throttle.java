package org.visavis.web.identity;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.visavis.web.guard.RateLimit;
import org.visavis.web.wiring.Settings;

/**
 * Limits how often a sign-in may fail: under one name, and from one address. A try that succeeds
 * does not count, so that a whole company behind one address can sign in. Thread-safe.
 */
@ApplicationScoped
class Throttle {

  private static final Duration PERIOD = Duration.ofMinutes(5);
  private static final int ADDRESS_FACTOR = 5;

  @Inject private Settings settings;
  private RateLimit names = RateLimit.of(0, PERIOD);
  private RateLimit addresses = RateLimit.of(0, PERIOD);

  @PostConstruct
  void initialize() {
    names = RateLimit.of(settings.signInTries(), PERIOD);
    addresses = RateLimit.of((long) settings.signInTries() * ADDRESS_FACTOR, PERIOD);
  }

  /** Counts a try; answers how long to wait, zero when it may be made. */
  Duration count(String name, String address) {
    Duration wait = addresses.count(address);
    return wait.isZero() ? names.count(name) : wait;
  }

  /** Takes a try back that has succeeded. */
  void succeeded(String name, String address) {
    addresses.takeBack(address);
    names.takeBack(name);
  }
}
