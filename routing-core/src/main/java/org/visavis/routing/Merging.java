package org.visavis.routing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Move.Happening;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.routing.spi.RequestStore;

/**
 * Makes one request of two of the same customer. The earlier one goes on, always: so no two can
 * ever be merged into each other, whoever does what at the same time. Thread-safe.
 */
final class Merging {

  private static final Comparator<Request> EARLIEST_FIRST =
      Comparator.comparing(Request::receivedAt).thenComparing(request -> request.id().value());

  private final RequestStore requests;
  private final LifeCycle lifeCycle;
  private final Links links;
  private final EmployeeSteps ofEmployee;

  Merging(RequestStore requests, LifeCycle lifeCycle, Links links, EmployeeSteps ofEmployee) {
    this.requests = requests;
    this.lifeCycle = lifeCycle;
    this.links = links;
    this.ofEmployee = ofEmployee;
  }

  /** Answers what else the same customer wants of the same employee, the earliest first. */
  List<Request> others(EmployeeId employee, RequestId id) {
    Optional<Request> request = ofEmployee.find(employee, id).filter(Merging::isMergeable);
    return request.isEmpty()
        ? List.of()
        : requests
            .ofEmployee(
                employee,
                EnumSet.of(
                    RequestState.OPEN,
                    RequestState.ACCEPTED,
                    RequestState.WAITING_FOR_CUSTOMER,
                    RequestState.SNOOZED))
            .stream()
            .filter(other -> !other.id().equals(request.get().id()))
            .filter(other -> isOfSameCustomer(other, request.get()))
            .toList();
  }

  Step merge(EmployeeId employee, RequestId one, RequestId other) {
    if (one.equals(other)) {
      throw new IllegalArgumentException("other is another request");
    }
    List<Request> both =
        Stream.of(one, other)
            .map(id -> ofEmployee.find(employee, id).orElseThrow(UnknownRequestException::new))
            .sorted(EARLIEST_FIRST)
            .toList();
    Request kept = both.get(0);
    Request given = both.get(1);
    if (kept.id().equals(given.id())) {
      return new Step.Taken(kept);
    }
    if (!isOfSameCustomer(kept, given)) {
      return new Step.NotPossible(kept, Step.Reason.OTHER_CUSTOMER);
    }
    if (!isMergeable(kept)) {
      return new Step.NotPossible(kept, Step.Reason.WRONG_STATE);
    }
    Step end =
        lifeCycle.take(
            () -> requests.find(given.id()), Optional.empty(), last -> end(last, employee, kept));
    if (!(end instanceof Step.Taken ended)) {
      return end;
    }
    Step step =
        lifeCycle.take(
            () -> requests.find(kept.id()).map(links::follow),
            Optional.of("merge " + given.id()),
            first -> goOn(first, ended.request()));
    lifeCycle.admit(employee);
    return step;
  }

  private static Move end(Request request, EmployeeId employee, Request kept) {
    if (request.situation().mergedInto().filter(kept.id()::equals).isPresent()) {
      return new Move.Stay();
    }
    return isMergeable(request) && request.employee().equals(employee)
        ? Move.To.of(
                RequestState.MERGED,
                employee,
                Happening.of(Kind.MERGED, employee).of(kept.receivedAt()))
            .with(Situation.holding(0).withMergedInto(kept.id()))
        : Move.wrongState();
  }

  /** One that has ended meanwhile goes on nevertheless, for the sake of the other. */
  private static Move goOn(Request request, Request given) {
    List<Happening> events = new ArrayList<>();
    given.timeline().stream()
        .filter(event -> !event.text().isEmpty())
        .forEach(event -> carried(event).ifPresent(events::add));
    events.set(
        0, Happening.saying(Kind.MERGED, given.employee(), given.message()).of(given.receivedAt()));
    if (request.state().isEnded()) {
      events.add(Happening.of(Kind.QUEUED, request.employee()));
    }
    RequestState next =
        request.state().isEnded()
            ? RequestState.OPEN
            : request.state() == RequestState.WAITING_FOR_CUSTOMER
                ? RequestState.ACCEPTED
                : request.state();
    return Move.To.same(request, next, events.toArray(Happening[]::new));
  }

  private static Optional<Happening> carried(TimelineEvent event) {
    return switch (event.kind()) {
      case RECEIVED, CUSTOMER_WROTE, REOPENED, MERGED, MERGED_WORDS ->
          Optional.of(said(Kind.MERGED_WORDS, event));
      case REPLIED, RESOLVED, MERGED_REPLY -> Optional.of(said(Kind.MERGED_REPLY, event));
      default -> Optional.empty();
    };
  }

  private static Happening said(Kind kind, TimelineEvent event) {
    return Happening.saying(kind, event.employee(), event.text())
        .of(event.moment().orElse(event.at()));
  }

  private static boolean isMergeable(Request request) {
    return request.state() == RequestState.OPEN || request.state().isInCare();
  }

  private static boolean isOfSameCustomer(Request one, Request other) {
    return one.customer()
        .email()
        .toLowerCase(Locale.ROOT)
        .equals(other.customer().email().toLowerCase(Locale.ROOT));
  }
}
