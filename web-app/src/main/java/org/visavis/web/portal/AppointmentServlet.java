package org.visavis.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.routing.Appointments;
import org.visavis.routing.BookingOutcome;
import org.visavis.routing.Customer;
import org.visavis.routing.IdempotencyConflictException;
import org.visavis.routing.LeaseToken;
import org.visavis.routing.NewRequest;
import org.visavis.routing.Request;
import org.visavis.routing.Routing;
import org.visavis.routing.RoutingDecision;
import org.visavis.routing.Slot;
import org.visavis.web.pages.Alternatives;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.pages.SlotWords;
import org.visavis.web.portal.RequestFormView.Input;
import org.visavis.web.wiring.Transactions;

/**
 * Booking a time with a person: choose one, say what it is about. Somebody who is hidden and
 * somebody who does not exist give the same answer.
 */
@WebServlet(urlPatterns = {"/de/appointments/*", "/en/appointments/*"})
public final class AppointmentServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient Appointments appointments;
  @Inject private transient Routing routing;
  @Inject private transient Alternatives alternatives;
  @Inject private transient Transactions transactions;
  @Inject private transient SecureRandom random;
  @Inject private transient Cards cards;
  @Inject private transient Handles handles;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Page page = page(request);
    Optional<EmployeeId> employee = employee(request);
    Optional<PersonCard> person = employee.flatMap(id -> cards.find(id, page.language()));
    if (person.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    EmployeeId id = employee.orElseThrow();
    if (!transactions.call(() -> appointments.areOffered(id, Audience.PUBLIC))) {
      if (transactions.call(() -> appointments.areFull(id, Audience.PUBLIC))) {
        send(response, HttpServletResponse.SC_OK, page, full(id, person.get(), page));
      } else {
        seeOther(request, response, "/people/" + person.get().id());
      }
      return;
    }
    Times times = Times.of(field(request, "zone"), field(request, "from"), page);
    Optional<Slot> slot = Times.start(field(request, "slot")).map(start -> slot(id, start));
    if (slot.isPresent()) {
      String key = "page-" + LeaseToken.random(random).value();
      Form form = new Form(id, person.get(), times, key, Input.empty(), page);
      send(response, HttpServletResponse.SC_OK, page, form.view(slot, List.of(), List.of()));
    } else {
      send(
          response,
          HttpServletResponse.SC_OK,
          page,
          times.view(
              person.get(),
              "/appointments/" + person.get().id(),
              "",
              Optional.empty(),
              (from, to) ->
                  transactions.call(() -> appointments.slots(id, Audience.PUBLIC, from, to)),
              List.of(),
              page));
    }
  }

  /** Whoever is at the limit offers no times: one can wait, be told, or choose a colleague. */
  private RefusedView full(EmployeeId employee, PersonCard person, Page page) {
    Place waitlist = Place.onWaitlist(employee, Channel.APPOINTMENT, random);
    return new RefusedView(
        person,
        Cards.channel(Channel.APPOINTMENT),
        page.href("/request/" + waitlist.segment(handles)),
        alternatives.of(
            transactions.call(
                () ->
                    routing.alternatives(
                        employee, Channel.APPOINTMENT, RequestForms.language(page))),
            employee,
            page.texts()));
  }

  private Optional<EmployeeId> employee(HttpServletRequest request) {
    return segment(request, 1).isPresent()
        ? Optional.empty()
        : segment(request, 0).flatMap(it -> Ids.employee(it, handles));
  }

  private Slot slot(EmployeeId employee, Instant start) {
    Duration length = transactions.call(() -> appointments.settings(employee)).length();
    return Slot.of(start, length);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Page page = page(request);
    Input input = RequestInput.of(name -> field(request, name), List.of());
    Optional<EmployeeId> employee = employee(request);
    Optional<PersonCard> person = employee.flatMap(id -> cards.find(id, page.language()));
    if (person.isEmpty()) {
      gone(response, page, input);
      return;
    }
    String sent = field(request, "key");
    Form form =
        new Form(
            employee.orElseThrow(),
            person.get(),
            Times.of(field(request, "zone"), "", page),
            sent.matches("[\\x21-\\x7e]{8,128}") ? sent : LeaseToken.random(random).value(),
            input,
            page);
    Optional<Slot> slot =
        Times.start(field(request, "slot")).map(start -> slot(form.employee, start));
    List<FieldError> errors = new ArrayList<>(RequestInput.errors(input, Channel.APPOINTMENT));
    if (slot.isEmpty()) {
      errors.add(0, FieldError.of("slot", "appointment.choose"));
    }
    if (!errors.isEmpty()) {
      List<Slot> others = slot.isEmpty() ? form.others() : List.of();
      send(response, UNPROCESSABLE, page, form.view(slot, others, errors));
      return;
    }
    try {
      NewRequest wish = form.wish();
      answer(
          request,
          response,
          form,
          transactions.call(() -> appointments.book(wish, slot.get().start(), Audience.PUBLIC)));
    } catch (IdempotencyConflictException e) {
      KeptView kept = new KeptView(KeptView.Reason.SENT_BEFORE, input.subject(), input.message());
      send(response, HttpServletResponse.SC_CONFLICT, page, kept);
    }
  }

  private void answer(
      HttpServletRequest request, HttpServletResponse response, Form form, BookingOutcome outcome)
      throws IOException {
    Optional<Request> kept = kept(outcome);
    if (kept.isPresent()) {
      seeOther(request, response, "/requests/" + kept.get().token().value());
    } else if (outcome instanceof BookingOutcome.NotFree notFree) {
      List<FieldError> errors = List.of(FieldError.of("slot", "appointment.gone"));
      send(
          response,
          HttpServletResponse.SC_CONFLICT,
          form.page,
          form.view(Optional.empty(), notFree.others(), errors));
    } else {
      gone(response, form.page, form.input);
    }
  }

  private static Optional<Request> kept(BookingOutcome outcome) {
    if (outcome instanceof BookingOutcome.Booked booked) {
      return Optional.of(booked.request());
    } else if (outcome instanceof BookingOutcome.NotPossible not) {
      return Optional.of(not.request());
    } else if (outcome instanceof BookingOutcome.NotAssigned not) {
      RoutingDecision decision = not.decision();
      return decision instanceof RoutingDecision.Offered offered
          ? Optional.of(offered.request())
          : decision instanceof RoutingDecision.Assigned assigned
              ? Optional.of(assigned.request())
              : Optional.empty();
    }
    return Optional.empty();
  }

  private void gone(HttpServletResponse response, Page page, Input input) throws IOException {
    send(
        response,
        HttpServletResponse.SC_NOT_FOUND,
        page,
        new KeptView(KeptView.Reason.GONE, input.subject(), input.message()));
  }

  /** The form of one booking, with what was typed into it. */
  private final class Form {

    private final EmployeeId employee;
    private final PersonCard person;
    private final Times times;
    private final String key;
    private final Input input;
    private final Page page;

    Form(EmployeeId employee, PersonCard person, Times times, String key, Input input, Page page) {
      this.employee = employee;
      this.person = person;
      this.times = times;
      this.key = key;
      this.input = input;
      this.page = page;
    }

    NewRequest wish() {
      Customer customer =
          new Customer(
              input.name(),
              input.email(),
              Optional.of(input.phone()).filter(phone -> !phone.isEmpty()),
              RequestForms.language(page),
              Optional.of(times.zone()));
      return NewRequest.to(
          employee, Channel.APPOINTMENT, input.subject(), input.message(), customer, key);
    }

    List<Slot> others() {
      Instant now = page.now();
      return transactions
          .call(
              () ->
                  appointments.slots(employee, Audience.PUBLIC, now, now.plus(Duration.ofDays(14))))
          .stream()
          .limit(12)
          .toList();
    }

    AppointmentFormView view(Optional<Slot> slot, List<Slot> others, List<FieldError> errors) {
      return new AppointmentFormView(
          person,
          times.zone().getId(),
          slot.map(chosen -> chosen.start().toString()).orElse(""),
          slot.map(chosen -> SlotWords.of(chosen, times.zone(), page.language(), page.now()))
              .orElse(""),
          times.withDays(others, page),
          input,
          errors,
          key);
    }
  }
}
