package org.visavis.web.workspace;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Appointments;
import org.visavis.routing.Promises;
import org.visavis.routing.Relationships;
import org.visavis.routing.Request;
import org.visavis.routing.RequestId;
import org.visavis.routing.RequestState;
import org.visavis.routing.Routing;
import org.visavis.web.pages.Alternative;
import org.visavis.web.pages.Alternatives;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.Conversations;
import org.visavis.web.pages.Due;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.SlotWords;
import org.visavis.web.wiring.Transactions;

/** Puts the page of one request together for the employee who cares for it. Thread-safe. */
@Dependent
class CarePages {

  @Inject private Routing routing;
  @Inject private Relationships relationships;
  @Inject private Appointments appointments;
  @Inject private Promises promises;
  @Inject private Directory directory;
  @Inject private Transactions transactions;
  @Inject private Conversations conversations;
  @Inject private Cards cards;
  @Inject private Alternatives alternatives;

  /**
   * Answers the page; nothing where the employee has no such request.
   *
   * @param form what was typed and could not be taken
   */
  Optional<CareView> of(
      EmployeeId employee, RequestId id, Page page, CareForm form, List<FieldError> errors) {
    return transactions.call(
        () -> routing.find(employee, id).map(request -> view(request, page, form, errors)));
  }

  private CareView view(Request request, Page page, CareForm form, List<FieldError> errors) {
    boolean declinable = request.state() == RequestState.OPEN || request.state().isInCare();
    // Words that there is no form for any more are kept where the answer would stand.
    String draft = form.message().isEmpty() && !declinable ? form.reason() : form.message();
    return new CareView(
        request.id().toString(),
        Cards.state(request.state()),
        request.subject(),
        Cards.channel(request.channel()),
        new CareView.Customer(
            request.customer().name(),
            request.customer().email(),
            request.customer().phone().orElse(""),
            Cards.language(request.customer().language(), page.language())),
        request.receivedAt(),
        promises.find(request.id()).map(promise -> Due.of(promise, page.now())),
        appointments
            .find(request.id())
            .map(
                booking ->
                    SlotWords.of(booking.slot(), zone(request, page), page.language(), page.now())),
        request.effort(),
        conversations.forEmployee(request, page.texts()),
        declinable ? colleagues(request, page) : List.of(),
        draft,
        form.reason(),
        form.proposed(),
        errors,
        form.key().isEmpty() ? UUID.randomUUID().toString() : form.key(),
        relationships.isHelper(request.employee(), request.id()),
        request.wakesAt(),
        request.asked().map(asked -> cards.name(asked.colleague(), page.texts())).orElse(""),
        routing.others(request.employee(), request.id()).stream()
            .map(
                other ->
                    new CareView.Other(other.id().toString(), other.subject(), other.receivedAt()))
            .toList());
  }

  private ZoneId zone(Request request, Page page) {
    return directory.find(request.employee()).map(Employee::timeZone).orElse(page.texts().zone());
  }

  private List<Alternative> colleagues(Request request, Page page) {
    return alternatives.of(
        routing.alternatives(request.employee(), request.channel(), request.customer().language()),
        request.employee(),
        page.texts());
  }
}
