package org.visavis.web.workspace;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.visavis.directory.Audience;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.presence.Presence;
import org.visavis.presence.Workload;
import org.visavis.routing.Asked;
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
  private static final int MOST_PROPOSED = 20;
  private static final Duration SOONEST = Duration.ofMinutes(2);
  private static final Duration LATEST = Duration.ofDays(89);

  @Inject private transient Identity identity;
  @Inject private transient Presence presence;
  @Inject private transient Routing routing;
  @Inject private transient Relationships relationships;
  @Inject private transient Transactions transactions;
  @Inject private transient CarePages pages;
  @Inject private transient Handles handles;
  @Inject private transient Directory directory;
  @Inject private transient Clock clock;

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
    if (errors.isEmpty()) {
      errors = untimely(verb, form);
    }
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
      case "accept-beyond" -> () -> routing.accept(me, id, true);
      case "snooze" -> () -> routing.snooze(me, id, instant(form).orElseThrow());
      case "hand-over" -> () -> ask(me, id, form, Asked.Purpose.HAND_OVER);
      case "ask" -> () -> ask(me, id, form, Asked.Purpose.COUNTER_OFFER);
      case "unask" -> () -> routing.unask(me, id);
      case "merge" -> () -> merge(me, id, form);
      case "reply" ->
          form.resolves()
              ? () -> resolve(me, id, form.message())
              : () -> routing.reply(me, id, form.message(), form.keyOfMessage());
      case "resolve" -> () -> routing.resolve(me, id, "");
      default -> () -> decline(me, id, form);
    };
  }

  private Step ask(EmployeeId me, RequestId id, CareForm form, Asked.Purpose purpose) {
    EmployeeId colleague =
        form.people(handles).stream().findFirst().orElseThrow(UnknownRequestException::new);
    return routing.ask(me, id, new Asked(colleague, purpose), form.reason());
  }

  private Step merge(EmployeeId me, RequestId id, CareForm form) {
    return routing.merge(
        me,
        id,
        id(form.other())
            .filter(other -> !other.equals(id))
            .orElseThrow(UnknownRequestException::new));
  }

  /** Answers the time that was typed, in the zone of the employee. */
  private Optional<Instant> instant(CareForm form) {
    ZoneId zone = directory.require(identity.requireEmployee()).timeZone();
    return form.localUntil().map(local -> local.atZone(zone).toInstant());
  }

  /** What is wrong with the time that was typed, for those verbs that read one. */
  private List<FieldError> untimely(String verb, CareForm form) {
    boolean reads = verb.equals("snooze") || (verb.equals("decline") && !form.until().isEmpty());
    Instant now = clock.instant();
    boolean timely =
        instant(form)
            .filter(at -> at.isAfter(now.plus(SOONEST)) && at.isBefore(now.plus(LATEST)))
            .isPresent();
    return reads && !timely
        ? List.of(FieldError.of(verb.equals("snooze") ? "until" : "later", "error.until"))
        : List.of();
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
    CounterOffer colleagues = CounterOffer.colleagues(proposed);
    return saying(
        routing.decline(
            me, id, form.reason(), instant(form).map(colleagues::later).orElse(colleagues)),
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
    if (reason == Step.Reason.UNKNOWN_COLLEAGUE) {
      return FieldError.of("person", "error.colleague");
    } else if (reason != Step.Reason.AT_LIMIT) {
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
    return segment(request, 0).flatMap(CareServlet::id);
  }

  private static Optional<RequestId> id(String text) {
    try {
      return Optional.of(RequestId.from(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Phrase> notice(HttpServletRequest request) {
    return switch (field(request, "done")) {
      case "accept", "accept-beyond" -> Optional.of(Phrase.of("workspace.done.accepted"));
      case "snooze" -> Optional.of(Phrase.of("workspace.done.snoozed"));
      case "hand-over", "ask" -> Optional.of(Phrase.of("workspace.done.asked"));
      case "unask" -> Optional.of(Phrase.of("workspace.done.unasked"));
      case "merge" -> Optional.of(Phrase.of("workspace.done.merged"));
      case "reply" -> Optional.of(Phrase.of("workspace.done.replied"));
      case "resolve" -> Optional.of(Phrase.of("workspace.done.resolved"));
      case "decline" -> Optional.of(Phrase.of("workspace.done.declined"));
      case "forget" -> Optional.of(Phrase.of("workspace.done.forgotten"));
      default -> Optional.empty();
    };
  }
}
