package org.visavis.web.wiring;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import org.visavis.directory.Directory;
import org.visavis.directory.Handles;
import org.visavis.directory.portrait.PortraitProcessor;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.directory.spi.DirectoryStore;
import org.visavis.presence.Presence;
import org.visavis.presence.calendar.CalendarFetcher;
import org.visavis.presence.calendar.CalendarReader;
import org.visavis.presence.spi.PresenceStore;
import org.visavis.routing.Appointments;
import org.visavis.routing.DutyRota;
import org.visavis.routing.Promises;
import org.visavis.routing.Relationships;
import org.visavis.routing.Routing;
import org.visavis.routing.Waitlist;
import org.visavis.routing.ranking.RankingByRules;
import org.visavis.routing.spi.AppointmentStore;
import org.visavis.routing.spi.DutyObserver;
import org.visavis.routing.spi.DutyStore;
import org.visavis.routing.spi.LeaseStore;
import org.visavis.routing.spi.Ledger;
import org.visavis.routing.spi.PromiseObserver;
import org.visavis.routing.spi.PromiseStore;
import org.visavis.routing.spi.RelationshipStore;
import org.visavis.routing.spi.RequestObserver;
import org.visavis.routing.spi.RequestStore;
import org.visavis.routing.spi.WaitlistObserver;
import org.visavis.routing.spi.WaitlistStore;

/** Makes the cores, each once. */
@ApplicationScoped
class Cores {

  @Resource(lookup = "java:comp/DefaultManagedExecutorService")
  private ManagedExecutorService threads;

  @Produces
  @ApplicationScoped
  Directory directory(DirectoryStore store, AfterCommit afterCommit, Clock clock) {
    return Directory.over(store, new TypoTolerantIndex(clock), clock, afterCommit);
  }

  @Produces
  @Singleton
  Handles handles(Directory directory, KeptKeys keys) {
    return Handles.over(directory, keys.require("handles"));
  }

  /** Its upkeep has transactions of its own: it begins where no caller's is near, or is over. */
  @Produces
  @ApplicationScoped
  Presence presence(
      Directory directory,
      PresenceStore store,
      Ledger ledger,
      AfterCommit afterCommit,
      ManagedAlarm alarm,
      Transactions transactions,
      Clock clock) {
    return Presence.over(directory, store, clock, alarm)
        .workload(ledger)
        .afterCommit(afterCommit)
        .upkeep(task -> threads.execute(() -> transactions.runApart(task)))
        .watchers(threads)
        .open();
  }

  void close(@Disposes Presence presence) {
    presence.close();
  }

  @Produces
  @ApplicationScoped
  Routing routing(RoutingOverTime routing, Clock clock) {
    return routing.at(clock);
  }

  /** Observers are looked up when something happens, because they may ask the cores themselves. */
  @Produces
  @Singleton
  RoutingOverTime routingOverTime(
      Directory directory,
      Presence presence,
      Ledger ledger,
      LeaseStore leases,
      RequestStore requests,
      RelationshipStore relationships,
      AppointmentStore appointments,
      AfterCommit afterCommit,
      Instance<RequestObserver> observers,
      SecureRandom random) {
    return clock ->
        Routing.over(presence, ledger, leases, requests, clock)
            .ranking(RankingByRules.standard(directory, presence, clock))
            .relationships(relationships)
            .random(random)
            .afterCommit(afterCommit)
            .observer(Appointments.freeing(appointments, clock))
            .observer(
                (request, events) ->
                    observers.forEach(observer -> observer.happened(request, events)))
            .build();
  }

  @Produces
  @ApplicationScoped
  Promises promises(
      Directory directory,
      Presence presence,
      PromiseStore store,
      PromiseObserver observer,
      Clock clock) {
    return Promises.over(directory, presence, store, observer, clock);
  }

  /** One of the observers that are told of every step. */
  @Produces
  @Singleton
  RequestObserver keepingPromises(Promises promises) {
    return promises.keeping();
  }

  @Produces
  @ApplicationScoped
  Relationships relationships(RequestStore requests, RelationshipStore store, Clock clock) {
    return Relationships.over(requests, store, clock);
  }

  @Produces
  @ApplicationScoped
  Appointments appointments(
      Presence presence,
      Routing routing,
      RequestStore requests,
      AppointmentStore store,
      Instance<RequestObserver> observers,
      Clock clock) {
    return Appointments.over(
        presence,
        routing,
        requests,
        store,
        clock,
        (request, events) -> observers.forEach(observer -> observer.happened(request, events)));
  }

  @Produces
  @ApplicationScoped
  DutyRota dutyRota(
      Directory directory,
      Presence presence,
      Routing routing,
      DutyStore store,
      DutyObserver observer,
      Clock clock,
      SecureRandom random) {
    return DutyRota.over(directory, presence, routing, store, observer, clock, random);
  }

  @Produces
  @ApplicationScoped
  Waitlist waitlist(
      Presence presence,
      Routing routing,
      WaitlistStore store,
      WaitlistObserver observer,
      Clock clock,
      SecureRandom random) {
    return Waitlist.over(presence, routing, store, observer, clock, random);
  }

  /** One for all, because it decodes one file after the other, for the sake of memory. */
  @Produces
  @Singleton
  PortraitProcessor portraits() {
    return PortraitProcessor.create();
  }

  /** Made when the first calendar is fetched. */
  @Produces
  @Singleton
  CalendarFetcher calendarFetcher(Settings settings) {
    return CalendarFetcher.create(settings.calendarServers());
  }

  @Produces
  @Singleton
  CalendarReader calendarReader() {
    return CalendarReader.create();
  }

  @Produces
  @Singleton
  SecureRandom random() {
    return new SecureRandom();
  }
}
