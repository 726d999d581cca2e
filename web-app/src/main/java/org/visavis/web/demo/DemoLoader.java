package org.visavis.web.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportPlan;
import org.visavis.presence.Presence;
import org.visavis.presence.WorkingHours;
import org.visavis.routing.AppointmentSettings;
import org.visavis.routing.Appointments;
import org.visavis.routing.Promises;
import org.visavis.routing.Request;
import org.visavis.routing.RoutingDecision;
import org.visavis.web.demo.DemoSteps.Step;
import org.visavis.web.identity.DemoAccounts;
import org.visavis.web.wiring.RoutingOverTime;
import org.visavis.web.wiring.Transactions;

/**
 * Brings the invented company in, into an empty database alone. What one step writes is seen by the
 * next once it is committed, so each has a transaction, and each is done once: a start after a
 * crash goes on where it ended.
 */
@ApplicationScoped
class DemoLoader {

  /** In working time; the other departments promise nothing. */
  private static final Map<DepartmentId, Duration> TARGETS =
      Map.of(
          DepartmentId.of("internet"), Duration.ofHours(4),
          DepartmentId.of("billing"), Duration.ofHours(8),
          DepartmentId.of("complaints"), Duration.ofHours(16));

  @Inject private Transactions transactions;
  @Inject private DemoSteps steps;
  @Inject private Directory directory;
  @Inject private DemoAccounts accounts;
  @Inject private Presence presence;
  @Inject private Appointments appointments;
  @Inject private Promises promises;
  @Inject private RoutingOverTime routing;
  @Inject private Clock clock;

  /** Answers whether the invented company is there, after having loaded what was missing. */
  boolean load() {
    boolean there =
        transactions.call(
            () -> steps.isDone(Step.PEOPLE) || (isEmpty() && once(Step.PEOPLE, this::bringPeople)));
    if (there) {
      transactions.run(() -> once(Step.HABITS, () -> settle(directory, presence)));
      transactions.run(() -> once(Step.TARGETS, this::promiseAnswers));
      transactions.run(() -> once(Step.TIMES, this::offerTimes));
      transactions.run(() -> once(Step.LETTERS, this::write));
    }
    return there;
  }

  private boolean isEmpty() {
    return directory.everybody().isEmpty()
        && directory.departments().isEmpty()
        && directory.topics().isEmpty()
        && accounts.isEmptyOfAny();
  }

  private boolean once(Step step, Runnable doing) {
    if (!steps.isDone(step)) {
      doing.run();
      steps.done(step, clock);
    }
    return true;
  }

  private void bringPeople() {
    List<Employee> people = DemoFiles.people(clock.instant());
    people.forEach(one -> directory.keepPortrait(DemoFiles.portrait(one.id())));
    directory.apply(
        new ImportPlan(
            people.size(),
            people,
            List.of(),
            List.of(),
            0,
            DemoFiles.departments(),
            DemoFiles.topics(),
            List.of(),
            List.of(),
            List.of()));
    accounts.create(people);
  }

  static void settle(Directory directory, Presence presence) {
    for (Habits habits : DemoFiles.habits()) {
      EmployeeId employee = habits.employee();
      presence.setHours(
          employee, WorkingHours.parse(directory.require(employee).timeZone(), habits.hours()));
      presence.setLimit(employee, habits.limit());
      presence.setRule(employee, Audience.PUBLIC, habits.rule());
    }
  }

  private void promiseAnswers() {
    TARGETS.forEach((department, target) -> promises.setTarget(department, Optional.of(target)));
  }

  private void offerTimes() {
    directory.everybody().stream()
        .filter(person -> person.channels().containsKey(Channel.APPOINTMENT))
        .forEach(
            person ->
                appointments.decide(person.id(), AppointmentSettings.initial().withOffered(true)));
  }

  private void write() {
    Instant now = clock.instant();
    int number = 0;
    for (Letter letter : DemoFiles.letters()) {
      number++;
      write(letter, "demo-" + number, now);
    }
  }

  private void write(Letter letter, String key, Instant now) {
    RoutingDecision decision =
        routing.at(past(now, letter.age())).submit(letter.request(key), Audience.PUBLIC);
    if (!(decision instanceof RoutingDecision.Assigned assigned)) {
      throw new IllegalStateException("Nobody took " + key + ": " + decision);
    }
    Request request = assigned.request();
    Clock later = past(now, letter.age().dividedBy(2));
    if (letter.resolved()) {
      routing.at(later).resolve(letter.employee(), request.id(), letter.reply());
    } else if (!letter.reply().isEmpty()) {
      routing.at(later).reply(letter.employee(), request.id(), letter.reply(), key + "-reply");
    }
  }

  private static Clock past(Instant now, Duration age) {
    return Clock.fixed(now.minus(age), ZoneOffset.UTC);
  }
}
