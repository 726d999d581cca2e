package org.visavis.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.visavis.web.mail.Requests.ANNA;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Basis;
import org.visavis.directory.Channel;
import org.visavis.directory.Consents;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.presence.Presence;
import org.visavis.presence.WorkingHours;
import org.visavis.presence.memory.MemoryPresenceStore;
import org.visavis.routing.Customer;
import org.visavis.routing.NewRequest;
import org.visavis.routing.Promises;
import org.visavis.routing.Request;
import org.visavis.routing.Routing;
import org.visavis.routing.RoutingDecision;
import org.visavis.routing.memory.MemoryLeaseStore;
import org.visavis.routing.memory.MemoryLedger;
import org.visavis.routing.memory.MemoryPromiseStore;
import org.visavis.routing.memory.MemoryRequestStore;

/** From the request that is accepted to the mails, over the cores as they are. */
class PromisesInTimeTest {

  private static final DepartmentId BILLS = DepartmentId.of("bills");
  private static final EmployeeId LEAD = EmployeeId.of("lea.lang");

  /** Ten in the morning of a Monday. */
  private Instant now = Instant.parse("2026-03-02T10:00:00Z");

  private final InstantSource clock = () -> now;
  private final List<Mail> mails = new ArrayList<>();
  private final MemoryLedger ledger = new MemoryLedger();
  private final Directory directory =
      Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(Clock.systemUTC()), clock);
  private final Routing routing;
  private final Promises promises;

  PromisesInTimeTest() {
    directory.saveDepartments(List.of(new Department(BILLS, Label.of("Bills")).ledBy(LEAD)));
    hire(ANNA);
    hire(LEAD);
    Presence presence =
        Presence.over(directory, new MemoryPresenceStore(), clock, (at, action) -> () -> {})
            .workload(ledger)
            .open();
    presence.setHours(ANNA, WorkingHours.parse(ZoneOffset.UTC, "Mon-Fri 09:00-17:00"));
    MemoryRequestStore requests = new MemoryRequestStore();
    promises =
        Promises.over(
            directory,
            presence,
            new MemoryPromiseStore(),
            new PromiseMails(
                Requests.LETTERHEAD,
                promise -> requests.find(promise.request()),
                directory::find,
                employee -> directory.view(employee, Audience.KNOWN_CUSTOMER),
                employee -> Optional.empty(),
                directory::findDepartment,
                mails::addAll),
            clock);
    routing =
        Routing.over(presence, ledger, new MemoryLeaseStore(), requests, clock)
            .observer(promises.keeping())
            .build();
    promises.setTarget(BILLS, Optional.of(Duration.ofHours(4)));
  }

  private void hire(EmployeeId id) {
    directory.save(
        Employee.named(id, id.value(), "Beispiel")
            .channel(Channel.MESSAGE)
            .departments(List.of(BILLS))
            .mail(id + "@example.org")
            .timeZone(ZoneOffset.UTC)
            .consents(Consents.toEverybody(now, Basis.ofThePerson()))
            .build());
  }

  private Request accepted() {
    Customer customer = Customer.of("Mo", "mo@example.org", Locale.ENGLISH);
    RoutingDecision decision =
        routing.submit(
            NewRequest.to(ANNA, Channel.MESSAGE, "The meter", "It counts twice", customer, "key"),
            Audience.PUBLIC);
    return ((RoutingDecision.Assigned) decision).request();
  }

  private List<Occasion> afterHours(int hours) {
    now = Instant.parse("2026-03-02T10:00:00Z").plus(Duration.ofHours(hours));
    mails.clear();
    promises.seeToDue();
    return mails.stream().map(Mail::occasion).toList();
  }

  @Test
  void nobodyIsWrittenToTwiceAndEverybodyInTime() {
    accepted();

    assertThat(afterHours(2)).isEmpty();
    assertThat(afterHours(3)).containsExactly(Occasion.PROMISE_SOON);
    assertThat(afterHours(3)).isEmpty();
    assertThat(afterHours(4))
        .containsExactly(
            Occasion.PROMISE_OVERDUE, Occasion.PROMISE_ESCALATED, Occasion.PROMISE_MISSED);
    assertThat(afterHours(100)).isEmpty();
  }

  @Test
  void whoAnswersIsNotWrittenTo() {
    Request request = accepted();
    now = now.plus(Duration.ofHours(1));
    routing.reply(ANNA, request.id(), "It is the gear", "another-key-of-sixteen");

    assertThat(afterHours(100)).isEmpty();
  }
}
