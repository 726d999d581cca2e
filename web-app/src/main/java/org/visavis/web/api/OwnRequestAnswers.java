package org.visavis.web.api;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.visavis.routing.Promise;
import org.visavis.routing.Promises;
import org.visavis.routing.Request;
import org.visavis.routing.RequestId;
import org.visavis.web.api.RequestAnswer.OwnRequestAnswer;
import org.visavis.web.pages.Due;
import org.visavis.web.wiring.Transactions;

/** Writes requests for the employee who cares for them, with what is promised. Thread-safe. */
@Dependent
class OwnRequestAnswers {

  @Inject private Promises promises;
  @Inject private Transactions transactions;
  @Inject private Clock clock;

  OwnRequestAnswer of(Request request) {
    return of(List.of(request)).get(0);
  }

  List<OwnRequestAnswer> of(List<Request> requests) {
    Instant now = clock.instant();
    Map<RequestId, Promise> promised =
        transactions.call(() -> promises.find(requests.stream().map(Request::id).toList()));
    return requests.stream()
        .map(
            request ->
                OwnRequestAnswer.of(
                    request,
                    Optional.ofNullable(promised.get(request.id()))
                        .map(promise -> Due.of(promise, now))))
        .toList();
  }
}
