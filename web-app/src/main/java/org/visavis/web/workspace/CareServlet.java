package org.visavis.web.workspace;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.visavis.directory.Audience;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.presence.Presence;
import org.visavis.presence.Workload;
import org.visavis.routing.CounterOffer;
import org.visavis.routing.Relationships;
import org.visavis.routing.RequestId;
import org.visavis.routing.Routing;
import org.visavis.routing.Step;
import org.visavis.routing.TimelineEvent;
import org.visavis.routing.UnknownRequestException;
import org.visavis.web.identity.Identity;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.Phrase;
import org.visavis.web.wiring.Transactions;

/**
 * One request in the hands of the employee who was chosen. Somebody else's request is as unknown
 * here as one that does not exist.
 */
@WebServlet(urlPatterns = {"/de/workspace/requests/*", "/en/workspace/requests/*"})
public final class CareServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final int UNPROCESSABLE = 422;
  private static final int MOST_PROPOSED = 20;

  @Inject private transient Identity identity;
  @Inject private transient Presence presence;
  @Inject private transient Routing routing;
  @Inject private transient Relationships relationships;
  @Inject private transient Transactions transactions;
  @Inject private transient CarePages pages;
  @Inject private transient Handles handles;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<RequestId> id = id(request);
    if (id.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else if (segment(request, 1).isPresent()) {
      // A form that came back with mistakes, in another language or loaded again.
      seeOther(request, response, "/workspace/requests/" + id.get());
    } else {
      Page page = notice(request).map(page(request)::saying).orElse(page(request));
      show(response, HttpServletResponse.SC_OK, page, id.get(), CareForm.empty(), List.of());
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<RequestId> id = id(request);
    String verb = segment(request, 2).isEmpty() ? segment(request, 1).orElse("") : "";
    if (id.isPresent() && verb.equals("forget")) {
      EmployeeId me = identity.requireEmployee();
      transactions.run(() -> relationships.end(me, id.get()));
      seeOther(request, response, "/workspace/requests/" + id.get() + "?done=forget");
      return;
    }
    if (id.isEmpty() || !CareForm.VERBS.contains(verb)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    CareForm form = CareForm.from(request);
    List<FieldError> errors = form.errors(verb);
    if (!errors.isEmpty()) {
      show(response, UNPROCESSABLE, page(request), id.get(), form, errors);
      return;
    }
    try {
      Supplier<Step> act = step(verb, id.get(), form);
      Step step =
          transactions.call(
              () -> {
                presence.active(identity.requireEmployee());
                return act.get();
              });
      answer(request, response, id.get(), form, step);
    } catch (UnknownRequestException e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private Supplier<Step> step(String verb, RequestId id, CareForm form) {
    EmployeeId me = identity.requireEmployee();
    return switch (verb) {
      case "accept" -> () -> routing.accept(me, id);
      case "reply" ->
          form.resolves()
              ? () -> resolve(me, id, form.message())
              : () -> routing.reply(me, id, form.message(), form.keyOfMessage());
      case "resolve" -> () -> routing.resolve(me, id, "");
      default -> () -> decline(me, id, form);
    };
  }

  private Step resolve(EmployeeId me, RequestId id, String words) {
    return saying(routing.resolve(me, id, words), TimelineEvent.Kind.RESOLVED, words);
  }

  private Step decline(EmployeeId me, RequestId id, CareForm form) {
    List<EmployeeId> proposed =
        form.people(handles).stream()
            .filter(person -> presence.reachability(person, Audience.PUBLIC).shown())
            .limit(MOST_PROPOSED)
            .toList();
    return saying(
        routing.decline(me, id, form.reason(), CounterOffer.colleagues(proposed)),
        TimelineEvent.Kind.DECLINED,
        form.reason());
  }

  /**
   * What was done already is well, unless it was done with other words: then these would be lost.
   */
  private static Step saying(Step step, TimelineEvent.Kind kind, String words) {
    return step.fold(
        taken ->
            taken.request().timeline().stream()
                    .anyMatch(event -> event.kind() == kind && event.text().equals(words.strip()))
                ? taken
                : new Step.NotPossible(taken.request(), Step.Reason.WRONG_STATE),
        notPossible -> notPossible);
  }

  private void answer(
      HttpServletRequest request,
      HttpServletResponse response,
      RequestId id,
      CareForm form,
      Step step)
      throws IOException {
    if (step instanceof Step.NotPossible not) {
      show(
          response,
          HttpServletResponse.SC_CONFLICT,
          page(request),
          id,
          form,
          List.of(problem(not.reason())));
      return;
    }
    String done = segment(request, 1).orElse("");
    seeOther(
        request,
        response,
        "/workspace/requests/"
            + id
            + "?done="
            + (done.equals("reply") && form.resolves() ? "resolve" : done));
  }

  private FieldError problem(Step.Reason reason) {
    if (reason == Step.Reason.WRONG_STATE) {
      return FieldError.of("state", "care.changed");
    }
    Workload workload = presence.workload(identity.requireEmployee());
    return new FieldError("accept", Phrase.of("care.no-room", workload.taken(), workload.limit()));
  }

  private void show(
      HttpServletResponse response,
      int status,
      Page page,
      RequestId id,
      CareForm form,
      List<FieldError> errors)
      throws IOException {
    Optional<CareView> view = pages.of(identity.requireEmployee(), id, page, form, errors);
    if (view.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      send(response, status, page, view.get());
    }
  }

  private static Optional<RequestId> id(HttpServletRequest request) {
    try {
      return segment(request, 0).map(RequestId::from);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Phrase> notice(HttpServletRequest request) {
    return switch (field(request, "done")) {
      case "accept" -> Optional.of(Phrase.of("workspace.done.accepted"));
      case "reply" -> Optional.of(Phrase.of("workspace.done.replied"));
      case "resolve" -> Optional.of(Phrase.of("workspace.done.resolved"));
      case "decline" -> Optional.of(Phrase.of("workspace.done.declined"));
      case "forget" -> Optional.of(Phrase.of("workspace.done.forgotten"));
      default -> Optional.empty();
    };
  }
}
