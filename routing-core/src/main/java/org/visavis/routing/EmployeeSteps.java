package org.visavis.routing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Move.Happening;
import org.visavis.routing.TimelineEvent.Kind;
import org.visavis.routing.spi.RequestStore;

/** What an employee can do with the own requests. Thread-safe. */
final class EmployeeSteps {

  private static final int MOST_PROPOSED = 20;

  private final RequestStore requests;
  private final LifeCycle lifeCycle;

  EmployeeSteps(RequestStore requests, LifeCycle lifeCycle) {
    this.requests = requests;
    this.lifeCycle = lifeCycle;
  }

  List<Request> inbox(EmployeeId employee, Set<RequestState> states) {
    return states.isEmpty() ? List.of() : requests.ofEmployee(employee, states);
  }

  Optional<Request> find(EmployeeId employee, RequestId id) {
    return requests.find(id).filter(request -> request.employee().equals(employee));
  }

  Step accept(EmployeeId employee, RequestId id) {
    return take(
        employee,
        id,
        Optional.empty(),
        request ->
            switch (request.state()) {
              case OPEN ->
                  Move.To.of(
                      RequestState.ACCEPTED, employee, Happening.of(Kind.ACCEPTED, employee));
              case ACCEPTED, WAITING_FOR_CUSTOMER -> new Move.Stay();
              default -> Move.wrongState();
            });
  }

  Step reply(EmployeeId employee, RequestId id, String text, String key) {
    String words = Words.require(text, NewRequest.MAX_MESSAGE_LENGTH, "text");
    return take(
        employee,
        id,
        Optional.of(Words.requireKey(key)),
        request ->
            request.state().holdsEffort()
                ? Move.To.of(
                    RequestState.WAITING_FOR_CUSTOMER,
                    employee,
                    Happening.saying(Kind.REPLIED, employee, words))
                : Move.wrongState());
  }

  Step resolve(EmployeeId employee, RequestId id, String text) {
    String words = Words.optional(text, NewRequest.MAX_MESSAGE_LENGTH, "text");
    return take(
        employee,
        id,
        Optional.empty(),
        request ->
            switch (request.state()) {
              case ACCEPTED, WAITING_FOR_CUSTOMER ->
                  Move.To.of(
                      RequestState.RESOLVED,
                      employee,
                      Happening.saying(Kind.RESOLVED, employee, words));
              case RESOLVED -> new Move.Stay();
              default -> Move.wrongState();
            });
  }

  Step decline(
      EmployeeId employee, RequestId id, String reason, List<EmployeeId> colleagues) {
    String words = Words.require(reason, Words.MAX_REASON_LENGTH, "reason");
    List<EmployeeId> proposed = new ArrayList<>(new LinkedHashSet<>(colleagues));
    proposed.remove(employee);
    if (proposed.size() > MOST_PROPOSED) {
      throw new IllegalArgumentException("colleagues are at most " + MOST_PROPOSED);
    }
    Happening declined = new Happening(Kind.DECLINED, employee, words, proposed);
    return take(
        employee,
        id,
        Optional.empty(),
        request ->
            switch (request.state()) {
              case OPEN, ACCEPTED, WAITING_FOR_CUSTOMER ->
                  Move.To.of(RequestState.OFFERED, employee, declined);
              case OFFERED ->
                  lastKind(request) == Kind.DECLINED ? new Move.Stay() : Move.wrongState();
              default -> Move.wrongState();
            });
  }

  private Step take(
      EmployeeId employee, RequestId id, Optional<String> key, Function<Request, Move> decide) {
    return lifeCycle.take(() -> find(employee, id), key, decide);
  }

  private static Kind lastKind(Request request) {
    return request.timeline().get(request.timeline().size() - 1).kind();
  }
}
