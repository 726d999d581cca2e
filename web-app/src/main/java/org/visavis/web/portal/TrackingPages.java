package org.visavis.web.portal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.visavis.directory.Audience;
import org.visavis.directory.Directory;
import org.visavis.directory.PortraitId;
import org.visavis.directory.PortraitImage;
import org.visavis.presence.Presence;
import org.visavis.routing.Appointments;
import org.visavis.routing.Booking;
import org.visavis.routing.DutyRequest;
import org.visavis.routing.Promises;
import org.visavis.routing.Relationships;
import org.visavis.routing.Request;
import org.visavis.routing.RequestState;
import org.visavis.routing.RequestToken;
import org.visavis.routing.Routing;
import org.visavis.routing.RoutingDecision;
import org.visavis.routing.TimelineEvent;
import org.visavis.web.pages.Alternatives;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.Conversations;
import org.visavis.web.pages.Due;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.pages.SlotWords;
import org.visavis.web.wiring.Transactions;

/** Fills the page on which a customer follows the own request. Immutable, thread-safe. */
@Dependent
class TrackingPages {

  /** The segment of the address below which a request has its portraits. */
  static final String PORTRAITS = "portraits";

  private final Directory directory;
  private final Presence presence;
  private final Routing routing;
  private final Relationships relationships;
  private final Transactions transactions;
  private final Cards cards;
  private final Alternatives alternatives;
  private final Conversations conversations;
  private final Appointments appointments;
  private final Promises promises;

  @Inject
  TrackingPages(
      Directory directory,
      Presence presence,
      Routing routing,
      Relationships relationships,
      Transactions transactions,
      Cards cards,
      Alternatives alternatives,
      Conversations conversations,
      Appointments appointments,
      Promises promises) {
    this.directory = directory;
    this.presence = presence;
    this.routing = routing;
    this.relationships = relationships;
    this.transactions = transactions;
    this.cards = cards;
    this.alternatives = alternatives;
    this.conversations = conversations;
    this.appointments = appointments;
    this.promises = promises;
  }

  /** Answers the page as the request stands; nothing where there is no such request. */
  Optional<TrackingView> of(RequestToken token, Page page) {
    return of(token, "", List.of(), page, freshKey());
  }

  /**
   * Answers the page with words that could not be sent.
   *
   * @param draft the words
   * @param key the key under which they may be sent again
   */
  Optional<TrackingView> of(
      RequestToken token, String draft, List<FieldError> errors, Page page, String key) {
    return transactions.call(
        () ->
            routing
                .find(token)
                .flatMap(
                    request ->
                        routing
                            .decision(token)
                            .map(decision -> view(request, decision, draft, errors, page, key))));
  }

  /** Answers the page of a request to a department that nobody has taken on. */
  DutyView of(DutyRequest request, Page page) {
    return new DutyView(
        request.token().value(),
        switch (request.state()) {
          case ASKING, TAKEN -> DutyView.Step.ASKING;
          case WITHDRAWN -> DutyView.Step.WITHDRAWN;
          case ENDED -> DutyView.Step.ENDED;
        },
        directory
            .findDepartment(request.department())
            .map(found -> found.name().text(page.language().locale()))
            .orElse(request.department().value()),
        request.subject(),
        request.message(),
        request.until());
  }

  /**
   * Answers an image of somebody who has cared for the request, as known customers may see it;
   * nothing under any other address.
   */
  Optional<PortraitImage> portrait(RequestToken token, ImageAddress address) {
    return transactions.call(
        () ->
            routing
                .find(token)
                .filter(request -> isKnown(request, address.portrait()))
                .flatMap(request -> directory.findPortrait(address.portrait(), address.side())));
  }

  private boolean isKnown(Request request, PortraitId portrait) {
    return Stream.concat(
            Stream.of(request.employee()), request.timeline().stream().map(TimelineEvent::employee))
        .distinct()
        .anyMatch(person -> cards.knownPortrait(person).filter(portrait::equals).isPresent());
  }

  private TrackingView view(
      Request request,
      RoutingDecision decision,
      String draft,
      List<FieldError> errors,
      Page page,
      String key) {
    PersonCard person = cards.known(request.employee(), page.texts());
    String portraits = page.href("/requests/" + request.token().value() + "/" + PORTRAITS);
    return new TrackingView(
        request.token().value(),
        Cards.state(request.state()),
        request.subject(),
        Cards.channel(request.channel()),
        request.receivedAt(),
        person.withPortrait(cards.face(request.employee(), person.name(), portraits)),
        presence.reachability(request.employee(), Audience.PUBLIC).shown(),
        promises.find(request.id()).map(promise -> Due.of(promise, page.now())),
        decision instanceof RoutingDecision.Queued queued ? queued.position() : 0,
        request.state() == RequestState.OFFERED ? reason(request) : "",
        conversations.forCustomer(request, page.texts(), portraits),
        alternatives.of(proposed(request, decision, page), request.employee(), page.texts()),
        appointment(request, page),
        draft,
        errors,
        key,
        relationships
            .helpedLast(request.token())
            .flatMap(helper -> cards.find(helper, page.language())),
        request.wakesAt().or(request::later),
        request.proposesTimes(),
        request.mayGetFeedback());
  }

  private List<org.visavis.routing.Alternative> proposed(
      Request request, RoutingDecision decision, Page page) {
    if (decision instanceof RoutingDecision.Offered offered) {
      return offered.alternatives();
    }
    return request.state() == RequestState.EXPIRED
        ? routing.alternatives(request.employee(), request.channel(), RequestForms.language(page))
        : List.of();
  }

  private Optional<TrackingView.Appointment> appointment(Request request, Page page) {
    Optional<String> when =
        appointments
            .find(request.id())
            .map(
                booking ->
                    SlotWords.of(booking.slot(), zone(request, page), page.language(), page.now()));
    boolean changeable = appointments.canMove(request.token());
    return when.isPresent() || changeable
        ? Optional.of(new TrackingView.Appointment(when, changeable))
        : Optional.empty();
  }

  static ZoneId zone(Request request, Page page) {
    return request.customer().timeZone().orElse(page.texts().zone());
  }

  /** Answers the times to which the appointment of a request can be moved. */
  Optional<TimesView> times(
      RequestToken token,
      String zone,
      String from,
      String key,
      List<FieldError> errors,
      Page page) {
    return transactions.call(
        () ->
            routing
                .find(token)
                .filter(request -> appointments.canMove(token))
                .map(
                    request ->
                        Times.of(zone.isEmpty() ? zone(request, page).getId() : zone, from, page)
                            .view(
                                cards.known(request.employee(), page.texts()),
                                "/requests/" + token.value() + "/time",
                                key.isEmpty() ? freshKey() : key,
                                appointments.find(request.id()).map(Booking::slot),
                                (first, last) -> appointments.slots(token, first, last),
                                errors,
                                page)));
  }

  /** Answers the time of a request for a calendar. */
  Optional<String> calendar(RequestToken token, Page page) {
    return transactions.call(
        () ->
            routing
                .find(token)
                .flatMap(
                    request ->
                        appointments
                            .find(request.id())
                            .map(
                                booking ->
                                    CalendarFile.of(
                                        booking,
                                        request.id() + "@visavis",
                                        page.t(
                                            "appointment.summary",
                                            cards.name(request.employee(), page.texts()),
                                            page.site().organisation()),
                                        page.absolute(page.href("/requests/" + token.value())),
                                        page.now()))));
  }

  /** Answers the last words with which somebody declined; nothing where nobody did. */
  private static String reason(Request request) {
    String reason = "";
    for (TimelineEvent event : request.timeline()) {
      if (event.kind() == TimelineEvent.Kind.DECLINED) {
        reason = event.text();
      }
    }
    return reason;
  }

  /** Answers a key for the words that are about to be written. */
  private static String freshKey() {
    return UUID.randomUUID().toString();
  }
}
