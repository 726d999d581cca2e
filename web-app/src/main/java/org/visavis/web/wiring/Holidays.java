package org.visavis.web.wiring;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Shutdown;
import jakarta.enterprise.event.Startup;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Directory;
import org.visavis.presence.Presence;
import org.visavis.presence.calendar.RegionalHolidays;

/**
 * Reads the public holidays once the portal is up: that takes two seconds, which nobody waits for.
 * Until then every day is an ordinary one.
 */
@ApplicationScoped
class Holidays {

  private static final System.Logger LOG = System.getLogger(Holidays.class.getName());
  private static final int SECONDS_AFTER_START = 2;

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  private ManagedScheduledExecutorService threads;

  private @Nullable Future<?> reading;

  void start(
      @Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) Startup startup,
      Directory directory,
      Presence presence,
      Clock clock) {
    reading =
        threads.schedule(
            () -> read(directory, presence, LocalDate.now(clock)),
            SECONDS_AFTER_START,
            TimeUnit.SECONDS);
  }

  void stop(@Observes Shutdown shutdown) {
    if (reading != null) {
      reading.cancel(true);
    }
  }

  /** What takes long is done before presence asks, because it asks while it decides. */
  private static void read(Directory directory, Presence presence, LocalDate today) {
    try {
      RegionalHolidays holidays = RegionalHolidays.create();
      directory.everybody().stream()
          .flatMap(person -> person.region().stream())
          .distinct()
          .forEach(region -> holidays.holiday(region, today));
      presence.useHolidays(holidays);
    } catch (RuntimeException e) {
      LOG.log(
          WARNING, "The public holidays cannot be read; every day counts as an ordinary one", e);
    }
  }
}
