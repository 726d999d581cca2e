package org.visavis.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.presence.Openness;
import org.visavis.presence.Presence;
import org.visavis.routing.Appointments;
import org.visavis.routing.ClaimOutcome;
import org.visavis.routing.IdempotencyConflictException;
import org.visavis.routing.IfUnavailable;
import org.visavis.routing.LeaseToken;
import org.visavis.routing.NewRequest;
import org.visavis.routing.Refusal;
import org.visavis.routing.Request;
import org.visavis.routing.Routing;
import org.visavis.routing.RoutingDecision;
import org.visavis.web.pages.Alternatives;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.ErrorView;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.portal.RequestFormView.Input;
import org.visavis.web.wiring.Transactions;

/**
 * From the click on a channel to the request: takes the room, shows the form, hands it in. A form
 * has an address of its own, which is as secret as the lease in it.
 */
@WebServlet(urlPatterns = {"/de/request/*", "/en/request/*"})
public final class RequestServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final Pattern VISIT = Pattern.compile("[0-9a-f-]{36}");
  private static final String COLLEAGUE = "person:";

  @Inject private transient Directory directory;
  @Inject private transient Presence presence;
  @Inject private transient Routing routing;
  @Inject private transient Appointments appointments;
  @Inject private transient Transactions transactions;
  @Inject private transient SecureRandom random;
  @Inject private transient Cards cards;
  @Inject private transient Alternatives alternatives;
  @Inject private transient RequestForms forms;
  @Inject private transient Handles handles;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> segment = segment(request, 0);
    if (segment.isEmpty()) {
      seeOther(request, response, "/people");
      return;
    }
    Page page = page(request);
    Optional<RequestFormView> form =
        segment(request, 1).isPresent()
            ? Optional.empty()
            : segment
                .flatMap(it -> Place.find(it, handles))
                .flatMap(
                    place -> forms.open(place, Input.following(field(request, "follows")), page));
    if (form.isPresent()) {
      send(response, HttpServletResponse.SC_OK, page, form.get());
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<String> segment = segment(request, 0);
    Optional<Place> place = segment.flatMap(it -> Place.find(it, handles));
    String action = segment(request, 1).orElse("");
    if (segment.isEmpty()) {
      claim(request, response);
    } else if (place.isPresent() && action.isEmpty()) {
      submit(request, response, place.get());
    } else if (place.isPresent() && action.equals("release")) {
      release(request, response, place.get());
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void claim(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Optional<EmployeeId> employee = Ids.employee(field(request, "to"), handles);
    Optional<Channel> channel = Ids.channel(field(request, "channel"));
    if (employee.isEmpty() || channel.isEmpty()) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
    } else if (isBooked(employee.get(), channel.get())) {
      seeOther(request, response, "/appointments/" + handles.of(employee.get()));
    } else if (isCalledDirectly(employee.get(), channel.get())) {
      seeOther(request, response, "/people/" + handles.of(employee.get()));
    } else {
      claim(request, response, employee.get(), channel.get());
    }
  }

  /** A button that is clicked twice holds one place: its form says from which page it comes. */
  private String key(HttpServletRequest request, EmployeeId employee, Channel channel) {
    String visit = field(request, "visit");
    return "page-"
        + (VISIT.matcher(visit).matches() ? visit : LeaseToken.random(random).value())
        + "."
        + employee.value()
        + "."
        + channel.code();
  }

  private boolean isBooked(EmployeeId employee, Channel channel) {
    return channel == Channel.APPOINTMENT
        && transactions.call(() -> appointments.areOffered(employee, Audience.PUBLIC));
  }

  /** A number that has become open since the page was read is shown on the person's page. */
  private boolean isCalledDirectly(EmployeeId employee, Channel channel) {
    return presence.openness(employee, channel, Audience.PUBLIC) == Openness.OPEN
        && directory
            .view(employee, Audience.PUBLIC)
            .flatMap(person -> Cards.address(person, channel))
            .isPresent();
  }

  private void claim(
      HttpServletRequest request,
      HttpServletResponse response,
      EmployeeId employee,
      Channel channel)
      throws IOException {
    Openness seen = presence.openness(employee, channel, Audience.PUBLIC);
    String key = key(request, employee, channel);
    ClaimOutcome outcome =
        transactions.call(() -> routing.claim(employee, channel, Audience.PUBLIC, key));
    if (outcome instanceof ClaimOutcome.Leased leased) {
      seeOther(
          request,
          response,
          "/request/" + Place.of(leased.lease()).segment(handles) + follows(request));
      return;
    }
    ClaimOutcome.Refused refused = (ClaimOutcome.Refused) outcome;
    Place waitlist = Place.onWaitlist(employee, channel, random);
    if (refused.reason() == Refusal.AT_LIMIT && seen == Openness.WAITLIST) {
      seeOther(request, response, "/request/" + waitlist.segment(handles) + follows(request));
      return;
    }
    Page page = page(request);
    Optional<PersonCard> person =
        refused.reason() == Refusal.UNKNOWN_EMPLOYEE
            ? Optional.empty()
            : cards.find(employee, page.language());
    if (person.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    send(
        response,
        HttpServletResponse.SC_CONFLICT,
        page,
        new RefusedView(
            person.get(),
            Cards.channel(channel),
            refused.reason() == Refusal.AT_LIMIT
                ? page.href("/request/" + waitlist.segment(handles) + follows(request))
                : "",
            alternatives.of(
                transactions.call(
                    () -> routing.alternatives(employee, channel, RequestForms.language(page))),
                employee,
                page.texts())));
  }

  /** Answers the part of a form's address that says by whose secret the customer came. */
  private static String follows(HttpServletRequest request) {
    return Ids.request(field(request, "follows"))
        .map(earlier -> "?follows=" + earlier.value())
        .orElse("");
  }

  private void submit(HttpServletRequest request, HttpServletResponse response, Place place)
      throws IOException {
    Page page = page(request);
    Input input = RequestInput.of(name -> field(request, name), values(request, "other"));
    String key =
        field(request, "key").matches("[\\x21-\\x7e]{8,128}") ? field(request, "key") : place.key();
    Optional<Wish> wish = wish(field(request, "choose"), place, input);
    if (wish.isEmpty()) {
      int status = HttpServletResponse.SC_BAD_REQUEST;
      send(response, status, page, ErrorView.of(status));
      return;
    }
    List<FieldError> errors = RequestInput.errors(input, wish.get().channel());
    if (!errors.isEmpty()) {
      answer(response, UNPROCESSABLE, page, input, forms.correct(place, input, errors, key, page));
      return;
    }
    try {
      NewRequest handedIn = wish.get().request(key, input, page);
      RoutingDecision decision = transactions.call(() -> routing.submit(handedIn, Audience.PUBLIC));
      Optional<Request> kept = kept(decision);
      if (kept.isPresent()) {
        seeOther(request, response, "/requests/" + kept.get().token().value());
      } else {
        answer(
            response,
            HttpServletResponse.SC_CONFLICT,
            page,
            input,
            forms.lost(place, input, List.of(), key, page));
      }
    } catch (IdempotencyConflictException e) {
      send(
          response,
          HttpServletResponse.SC_CONFLICT,
          page,
          new KeptView(KeptView.Reason.SENT_BEFORE, input.subject(), input.message()));
    }
  }

  /** Shows the form again; where there is nobody to write to any more, gives the words back. */
  private void answer(
      HttpServletResponse response,
      int status,
      Page page,
      Input input,
      Optional<RequestFormView> form)
      throws IOException {
    if (form.isPresent()) {
      send(response, status, page, form.get());
    } else {
      send(
          response,
          HttpServletResponse.SC_NOT_FOUND,
          page,
          new KeptView(KeptView.Reason.GONE, input.subject(), input.message()));
    }
  }

  private void release(HttpServletRequest request, HttpServletResponse response, Place place) {
    place.lease().ifPresent(token -> transactions.run(() -> routing.release(token)));
    boolean shown = presence.reachability(place.employee(), Audience.PUBLIC).shown();
    seeOther(request, response, shown ? "/people/" + handles.of(place.employee()) : "/people");
  }

  private static Optional<Request> kept(RoutingDecision decision) {
    return decision.fold(
        new RoutingDecision.Cases<>() {
          @Override
          public Optional<Request> assigned(RoutingDecision.Assigned assigned) {
            return Optional.of(assigned.request());
          }

          @Override
          public Optional<Request> queued(RoutingDecision.Queued queued) {
            return Optional.of(queued.request());
          }

          @Override
          public Optional<Request> offered(RoutingDecision.Offered offered) {
            return Optional.of(offered.request());
          }

          @Override
          public Optional<Request> refused(RoutingDecision.Refused refused) {
            return Optional.empty();
          }
        });
  }

  /** Answers what the customer wants with the button that was pressed. */
  private Optional<Wish> wish(String choice, Place place, Input input) {
    IfUnavailable said =
        place.waitlist() ? IfUnavailable.WAIT : IfUnavailable.valueOf(input.ifUnavailable().name());
    List<EmployeeId> others =
        input.others().stream()
            .sorted()
            .flatMap(other -> Ids.employee(other, handles).stream())
            .limit(NewRequest.MAX_OTHERS)
            .toList();
    if (choice.startsWith(COLLEAGUE)) {
      return Ids.employee(choice.substring(COLLEAGUE.length()), handles)
          .map(id -> new Wish(id, place.channel(), Optional.empty(), IfUnavailable.ASK, List.of()));
    }
    return switch (choice) {
      case "" ->
          Optional.of(new Wish(place.employee(), place.channel(), place.lease(), said, others));
      case "wait" ->
          Optional.of(
              new Wish(
                  place.employee(), place.channel(), place.lease(), IfUnavailable.WAIT, others));
      case "write" ->
          Optional.of(
              new Wish(
                  place.employee(), Channel.MESSAGE, place.lease(), IfUnavailable.WAIT, List.of()));
      default -> Optional.empty();
    };
  }

  /** Answers all values of a field; none where it is missing. */
  private static List<String> values(HttpServletRequest request, String name) {
    String @Nullable [] values = request.getParameterValues(name);
    return values == null ? List.of() : List.of(values);
  }

  private record Wish(
      EmployeeId employee,
      Channel channel,
      Optional<LeaseToken> lease,
      IfUnavailable ifUnavailable,
      List<EmployeeId> others) {

    NewRequest request(String key, Input input, Page page) {
      NewRequest request =
          new NewRequest(
                  key,
                  lease,
                  employee,
                  channel,
                  input.subject(),
                  input.message(),
                  RequestInput.customer(
                      input.name(), input.email(), input.phone(), RequestForms.language(page)),
                  ifUnavailable)
              .orFirstFreeOf(others);
      return Ids.request(input.follows()).map(request::following).orElse(request);
    }
  }
}
