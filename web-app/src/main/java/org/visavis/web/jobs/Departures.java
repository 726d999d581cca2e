package org.visavis.web.jobs;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.visavis.directory.Audience;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Absence;
import org.visavis.presence.Openness;
import org.visavis.presence.Presence;
import org.visavis.routing.CounterOffer;
import org.visavis.routing.Request;
import org.visavis.routing.RequestState;
import org.visavis.routing.Routing;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Texts;
import org.visavis.web.wiring.Settings;
import org.visavis.web.wiring.Transactions;

/**
 * Gives customers back the word when the person whom they chose leaves, or is away for a week or
 * longer: every request that the person holds, or that waits for him or her, is declined, and the
 * customer is told and chooses anew; of somebody who comes back, to wait for the return as well.
 * Nothing is given to somebody else unasked. Thread-safe.
 */
@ApplicationScoped
public class Departures {

  private static final Set<RequestState> HELD =
      EnumSet.of(
          RequestState.OPEN,
          RequestState.ACCEPTED,
          RequestState.WAITING_FOR_CUSTOMER,
          RequestState.SNOOZED);
  private static final Set<RequestState> AWAITED =
      EnumSet.of(RequestState.OPEN, RequestState.ACCEPTED, RequestState.WAITING_FOR_CUSTOMER);
  private static final Duration PAUSE = Duration.ofMinutes(10);

  /** Whoever left longer ago than this was seen to. */
  private static final Duration SEEN_TO = Duration.ofDays(30);

  /** Customers of whoever is away for as long as this are asked. */
  private static final Duration LONG = Duration.ofDays(7);

  /** Whoever is back as soon as this is not asked about any more. */
  private static final Duration NEAR = Duration.ofDays(1);

  /** Nobody is proposed to wait for longer. */
  private static final Duration LONGEST_WAIT = Duration.ofDays(89);

  private static final int MOST_PROPOSED = 5;

  @Inject private Directory directory;
  @Inject private Presence presence;
  @Inject private Routing routing;
  @Inject private Transactions transactions;
  @Inject private Settings settings;
  @Inject private Clock clock;

  /**
   * Hands all requests of a person back to their customers, within the caller's transaction.
   * Idempotent.
   */
  public void handBack(EmployeeId employee) {
    List<Request> held = routing.inbox(employee, HELD);
    if (held.isEmpty()) {
      return;
    }
    for (Request request : held) {
      Language language =
          Language.find(request.customer().language().getLanguage()).orElse(Language.EN);
      String reason = Texts.of(language, settings.zone()).of("departure.reason");
      routing.decline(
          employee, request.id(), reason, CounterOffer.colleagues(colleagues(employee, request)));
    }
  }

  /** What is laid aside stays so: it is looked at again when it comes back. */
  private void offerOn(EmployeeId employee, Instant back, Instant now) {
    Instant latest = now.plus(LONGEST_WAIT);
    for (Request request : routing.inbox(employee, AWAITED)) {
      Language language =
          Language.find(request.customer().language().getLanguage()).orElse(Language.EN);
      Texts texts = Texts.of(language, settings.zone());
      CounterOffer others = CounterOffer.colleagues(standIns(employee, request));
      routing.decline(
          employee,
          request.id(),
          texts.of("absence.reason"),
          others.later(back.isAfter(latest) ? latest : back));
    }
  }

  /** Whoever stands in for the person comes first. */
  private List<EmployeeId> standIns(EmployeeId employee, Request request) {
    return Stream.concat(
            presence.deputy(employee, Audience.PUBLIC).stream(),
            colleagues(employee, request).stream())
        .distinct()
        .toList();
  }

  /** Answers when somebody comes back who is away now, for long. */
  private Optional<Instant> backFromAfar(EmployeeId employee, Instant now) {
    return presence.settings(employee).absences().stream()
        .filter(absence -> absence.kind() != Absence.Kind.TRAVELLING)
        .filter(absence -> !absence.start().isAfter(now) && absence.end().isAfter(now.plus(NEAR)))
        .filter(absence -> !absence.end().isBefore(absence.start().plus(LONG)))
        .map(Absence::end)
        .max(Comparator.naturalOrder());
  }

  /** Who is shown and open on the request's channel, in one of the same departments. */
  private List<EmployeeId> colleagues(EmployeeId employee, Request request) {
    Set<?> departments =
        Set.copyOf(directory.find(employee).map(Employee::departments).orElse(List.of()));
    return directory.everybody().stream()
        .filter(other -> other.departments().stream().anyMatch(departments::contains))
        .map(Employee::id)
        .filter(other -> !other.equals(employee))
        .filter(
            other -> presence.openness(other, request.channel(), Audience.PUBLIC) == Openness.OPEN)
        .limit(MOST_PROPOSED)
        .toList();
  }

  @Produces
  @Singleton
  Task<Void> seeToDepartures() {
    return Tasks.recurring("see-to-departures", FixedDelay.of(PAUSE))
        .execute((all, context) -> seeToThem());
  }

  private void seeToThem() {
    Instant now = clock.instant();
    directory.everybody().stream()
        .filter(person -> person.hasLeft(now))
        .filter(
            person -> person.leftAt().filter(left -> left.isAfter(now.minus(SEEN_TO))).isPresent())
        .map(Employee::id)
        .forEach(id -> transactions.run(() -> handBack(id)));
    for (Employee person : directory.everybody()) {
      if (!person.hasLeft(now)) {
        backFromAfar(person.id(), now)
            .ifPresent(back -> transactions.run(() -> offerOn(person.id(), back, now)));
      }
    }
  }
}
