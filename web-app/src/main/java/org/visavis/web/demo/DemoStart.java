package org.visavis.web.demo;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import org.visavis.web.wiring.ManagedAlarm;
import org.visavis.web.wiring.Settings;
import org.visavis.web.wiring.Transactions;

/** Begins the demonstration with the application, where it is on. */
@ApplicationScoped
class DemoStart {

  @Inject private Transactions transactions;
  @Inject private DemoDay day;
  @Inject private ManagedAlarm alarm;
  @Inject private Clock clock;

  private volatile boolean running;

  void load(
      @Observes @Priority(Interceptor.Priority.APPLICATION) Startup startup,
      Settings settings,
      DemoLoader loader) {
    running = settings.demo() && loader.load();
    if (running) {
      goOn();
    }
  }

  /** Answers whether the invented company is there. */
  boolean isRunning() {
    return running;
  }

  private void goOn() {
    try {
      day.remember(transactions.call(day::goOn));
    } finally {
      alarm.at(clock.instant().plus(DemoDay.PACE), this::goOn);
    }
  }
}
