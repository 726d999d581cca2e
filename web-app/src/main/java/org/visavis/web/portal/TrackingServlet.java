package org.visavis.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.visavis.directory.Handles;
import org.visavis.directory.PortraitImage;
import org.visavis.routing.Appointments;
import org.visavis.routing.BookingOutcome;
import org.visavis.routing.DutyRequest;
import org.visavis.routing.DutyRota;
import org.visavis.routing.NewRequest;
import org.visavis.routing.Relationships;
import org.visavis.routing.RequestToken;
import org.visavis.routing.Routing;
import org.visavis.routing.Step;
import org.visavis.routing.UnknownRequestException;
import org.visavis.web.pages.ErrorView;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.Phrase;
import org.visavis.web.wiring.Transactions;

/**
 * What became of a request, for whoever holds its secret link: follow it, add words, take it back,
 * take it up again, choose somebody else.
 */
@WebServlet(urlPatterns = {"/de/requests/*", "/en/requests/*"})
public final class TrackingServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final int MAX_FEEDBACK_LENGTH = 500;
  private static final String COLLEAGUE = "person:";

  @Inject private transient Routing routing;
  @Inject private transient Relationships relationships;
  @Inject private transient Appointments appointments;
  @Inject private transient DutyRota rota;
  @Inject private transient Transactions transactions;
  @Inject private transient TrackingPages pages;
  @Inject private transient Handles handles;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Page page = page(request);
    Optional<RequestToken> token = segment(request, 0).flatMap(Ids::request);
    if (segment(request, 1).filter(TrackingPages.PORTRAITS::equals).isPresent()) {
      portrait(request, response, token);
    } else if (segment(request, 1).filter("appointment.ics"::equals).isPresent()) {
      calendar(response, page, token);
    } else if (segment(request, 1).filter("time"::equals).isPresent()) {
      times(request, response, page, token);
    } else if (token.isPresent() && segment(request, 1).isPresent()) {
      // Where a form was sent from; whoever reloads it wants the page.
      seeOther(request, response, "/requests/" + token.get().value());
    } else {
      show(request, response, page, token);
    }
  }

  private void show(
      HttpServletRequest request,
      HttpServletResponse response,
      Page page,
      Optional<RequestToken> token)
      throws IOException {
    Optional<DutyRequest> duty = token.flatMap(it -> transactions.call(() -> rota.find(it)));
    if (duty.isEmpty()) {
      answer(response, HttpServletResponse.SC_OK, page, token.flatMap(t -> pages.of(t, page)));
    } else if (duty.get().became().isPresent()) {
      seeOther(request, response, "/requests/" + duty.get().became().get().value());
    } else {
      send(response, HttpServletResponse.SC_OK, page, pages.of(duty.get(), page));
    }
  }

  private void calendar(HttpServletResponse response, Page page, Optional<RequestToken> token)
      throws IOException {
    Optional<String> file = token.flatMap(known -> pages.calendar(known, page));
    if (file.isPresent()) {
      response.setContentType(CalendarFile.MEDIA_TYPE);
      response.setHeader("Content-Disposition", "attachment; filename=\"appointment.ics\"");
      response.getOutputStream().write(file.get().getBytes(StandardCharsets.UTF_8));
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void times(
      HttpServletRequest request,
      HttpServletResponse response,
      Page page,
      Optional<RequestToken> token)
      throws IOException {
    Optional<TimesView> view =
        token.flatMap(
            known ->
                pages.times(
                    known, field(request, "zone"), field(request, "from"), "", List.of(), page));
    if (view.isPresent()) {
      send(response, HttpServletResponse.SC_OK, page, view.get());
    } else if (token.isPresent()) {
      seeOther(request, response, "/requests/" + token.get().value());
    } else {
      answer(response, HttpServletResponse.SC_OK, page, Optional.empty());
    }
  }

  /** No cache may keep it: the guard says so of everything below the secret of a request. */
  private void portrait(
      HttpServletRequest request, HttpServletResponse response, Optional<RequestToken> token)
      throws IOException {
    String path = request.getPathInfo();
    int end = path.indexOf(TrackingPages.PORTRAITS) + TrackingPages.PORTRAITS.length();
    Optional<PortraitImage> image =
        token.flatMap(
            known ->
                ImageAddress.find(path.substring(end))
                    .flatMap(address -> pages.portrait(known, address)));
    if (image.isPresent()) {
      ImageAddress.send(response, image.get());
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<RequestToken> token = segment(request, 0).flatMap(Ids::request);
    String action = segment(request, 1).orElse("");
    if (token.isEmpty() || segment(request, 2).isPresent()) {
      answer(response, HttpServletResponse.SC_OK, page(request), Optional.empty());
      return;
    }
    if (action.equals("withdraw") && isDuty(token.get())) {
      transactions.run(() -> rota.withdraw(token.get()));
      seeOther(request, response, "/requests/" + token.get().value());
      return;
    }
    Act act = new Act(request, response, token.get());
    switch (action) {
      case "messages" -> act.write(words -> routing.write(token.get(), words, act.key));
      case "feedback" -> act.giveFeedback();
      case "reopen" -> act.write(words -> routing.reopen(token.get(), words, act.key));
      case "withdraw" -> act.take("", () -> routing.withdraw(token.get()));
      case "forget" -> act.forget();
      case "time" -> act.move(field(request, "slot"), field(request, "zone"));
      case "choose" -> act.choose(field(request, "choose"));
      default -> answer(response, HttpServletResponse.SC_OK, act.page, Optional.empty());
    }
  }

  private boolean isDuty(RequestToken token) {
    return transactions.call(() -> rota.find(token)).isPresent();
  }

  private void answer(
      HttpServletResponse response, int status, Page page, Optional<TrackingView> view)
      throws IOException {
    if (view.isPresent()) {
      send(response, status, page, view.get());
    } else {
      int missing = HttpServletResponse.SC_NOT_FOUND;
      ErrorView error = new ErrorView(missing, List.of(Phrase.of("tracking.unknown")), "");
      send(response, missing, page, error);
    }
  }

  /** One step that a customer takes. */
  private final class Act {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final RequestToken token;
    private final Page page;
    private final String key;

    Act(HttpServletRequest request, HttpServletResponse response, RequestToken token) {
      this.request = request;
      this.response = response;
      this.token = token;
      this.page = page(request);
      String sent = field(request, "key");
      this.key = sent.matches("[\\x21-\\x7e]{8,128}") ? sent : UUID.randomUUID().toString();
    }

    void write(Function<String, Step> step) throws IOException {
      String words = RequestInput.text(field(request, "message"));
      Optional<FieldError> error =
          RequestInput.words("message", words, NewRequest.MAX_MESSAGE_LENGTH);
      if (error.isPresent()) {
        show(UNPROCESSABLE, words, error.get());
      } else {
        take(words, () -> step.apply(words));
      }
    }

    void forget() {
      transactions.run(() -> relationships.end(token));
      seeOther(request, response, "/requests/" + token.value());
    }

    void move(String slot, String zone) throws IOException {
      Optional<Instant> start = Times.start(slot);
      Optional<BookingOutcome> outcome =
          transactions.call(
              () ->
                  routing
                      .find(token)
                      .filter(known -> start.isPresent())
                      .map(known -> appointments.move(token, start.get(), key)));
      if (outcome.isPresent() && outcome.get() instanceof BookingOutcome.NotFree) {
        List<FieldError> errors = List.of(FieldError.of("slot", "appointment.gone"));
        Optional<TimesView> view = pages.times(token, zone, "", key, errors, page);
        if (view.isPresent()) {
          send(response, HttpServletResponse.SC_CONFLICT, page, view.get());
          return;
        }
      }
      if (outcome.isPresent() && outcome.get() instanceof BookingOutcome.NotPossible) {
        show(HttpServletResponse.SC_CONFLICT, "", FieldError.of("main", "tracking.too-late"));
      } else {
        seeOther(request, response, "/requests/" + token.value());
      }
    }

    void giveFeedback() throws IOException {
      String words = RequestInput.text(field(request, "feedback"));
      Optional<FieldError> error = RequestInput.words("feedback", words, MAX_FEEDBACK_LENGTH);
      if (error.isPresent()) {
        show(UNPROCESSABLE, "", error.get());
      } else {
        take("", () -> routing.giveFeedback(token, words, key));
      }
    }

    void choose(String choice) throws IOException {
      if (choice.equals("wait")) {
        take("", () -> routing.chooseToWait(token));
        return;
      }
      Optional<Supplier<Step>> step =
          choice.startsWith(COLLEAGUE)
              ? Ids.employee(choice.substring(COLLEAGUE.length()), handles)
                  .map(colleague -> () -> routing.chooseColleague(token, colleague))
              : Optional.empty();
      if (step.isPresent()) {
        take("", step.get());
      } else {
        int status = HttpServletResponse.SC_BAD_REQUEST;
        send(response, status, page, ErrorView.of(status));
      }
    }

    void take(String words, Supplier<Step> step) throws IOException {
      Optional<Step> outcome = transactions.call(() -> known(step));
      if (outcome.isEmpty()) {
        answer(response, HttpServletResponse.SC_OK, page, Optional.empty());
      } else if (outcome.get() instanceof Step.NotPossible not) {
        boolean full = not.reason() == Step.Reason.AT_LIMIT;
        show(
            HttpServletResponse.SC_CONFLICT,
            words,
            FieldError.of("main", full ? "tracking.not-free" : "tracking.too-late"));
      } else {
        seeOther(request, response, "/requests/" + token.value());
      }
    }

    /** Within the transaction, so that a mistyped address is no failure in anybody's log. */
    private Optional<Step> known(Supplier<Step> step) {
      try {
        return Optional.of(step.get());
      } catch (UnknownRequestException e) {
        return Optional.empty();
      }
    }

    private void show(int status, String words, FieldError error) throws IOException {
      answer(response, status, page, pages.of(token, words, List.of(error), page, key));
    }
  }
}
