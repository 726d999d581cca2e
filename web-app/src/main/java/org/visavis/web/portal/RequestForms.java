package org.visavis.web.portal;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Handles;
import org.visavis.presence.Openness;
import org.visavis.presence.Presence;
import org.visavis.presence.Reachability;
import org.visavis.routing.Alternative;
import org.visavis.routing.ClaimOutcome;
import org.visavis.routing.Lease;
import org.visavis.routing.NewRequest;
import org.visavis.routing.Promises;
import org.visavis.routing.Routing;
import org.visavis.web.pages.Alternatives;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.portal.RequestFormView.Hold;
import org.visavis.web.portal.RequestFormView.Input;
import org.visavis.web.wiring.Transactions;

/** Fills the form in which a customer writes, as far as the room for it is held. Thread-safe. */
@Dependent
class RequestForms {

  private final Presence presence;
  private final Routing routing;
  private final Promises promises;
  private final Transactions transactions;
  private final Cards cards;
  private final Alternatives alternatives;
  private final Handles handles;

  @Inject
  RequestForms(
      Presence presence,
      Routing routing,
      Promises promises,
      Transactions transactions,
      Cards cards,
      Alternatives alternatives,
      Handles handles) {
    this.presence = presence;
    this.routing = routing;
    this.promises = promises;
    this.transactions = transactions;
    this.cards = cards;
    this.alternatives = alternatives;
    this.handles = handles;
  }

  /** Answers the form of a place; nothing where nothing is held and nobody is shown. */
  Optional<RequestFormView> open(Place place, Input input, Page page) {
    Optional<Lease> held = held(place);
    if (held.isEmpty() && !decision(place).shown()) {
      return Optional.empty();
    }
    Hold hold = held.isPresent() ? Hold.HELD : withoutLease(place);
    return Optional.of(
        view(place, hold, held.map(Lease::until), input, List.of(), place.key(), page));
  }

  /**
   * Answers the form with what is to be corrected. Where the room is not held any more it is taken
   * again, if there is some.
   */
  Optional<RequestFormView> correct(
      Place place, Input input, List<FieldError> errors, String key, Page page) {
    Optional<Lease> held = held(place);
    if (held.isPresent() || place.waitlist()) {
      Hold hold = held.isPresent() ? Hold.HELD : withoutLease(place);
      return held.isEmpty() && !decision(place).shown()
          ? Optional.empty()
          : Optional.of(view(place, hold, held.map(Lease::until), input, errors, key, page));
    }
    ClaimOutcome again =
        transactions.call(
            () ->
                routing.claim(
                    place.employee(), place.channel(), Audience.PUBLIC, "again-" + place.key()));
    return again.fold(
        leased ->
            Optional.of(
                view(
                    Place.of(leased.lease()),
                    Hold.RENEWED,
                    Optional.of(leased.lease().until()),
                    input,
                    errors,
                    key,
                    page)),
        refused -> lost(place, input, errors, key, page));
  }

  /** Answers the form of somebody who has no room any more, with whom to choose instead. */
  Optional<RequestFormView> lost(
      Place place, Input input, List<FieldError> errors, String key, Page page) {
    return decision(place).shown()
        ? Optional.of(view(place, Hold.LOST, Optional.empty(), input, errors, key, page))
        : Optional.empty();
  }

  private Optional<Lease> held(Place place) {
    return place
        .lease()
        .flatMap(token -> transactions.call(() -> routing.findLease(token)))
        .filter(
            lease ->
                lease.employee().equals(place.employee()) && lease.channel() == place.channel());
  }

  private Reachability decision(Place place) {
    return presence.reachability(place.employee(), Audience.PUBLIC);
  }

  private Hold withoutLease(Place place) {
    return switch (decision(place).channel(place.channel())) {
      case OPEN -> place.waitlist() ? Hold.WAITLIST : Hold.ENDED;
      case WAITLIST -> Hold.WAITLIST;
      case LATER, CLOSED -> Hold.LOST;
    };
  }

  private RequestFormView view(
      Place place,
      Hold hold,
      Optional<Instant> until,
      Input input,
      List<FieldError> errors,
      String key,
      Page page) {
    PersonCard person = cards.known(place.employee(), page.texts());
    return new RequestFormView(
        person,
        Cards.channel(place.channel()),
        place.segment(handles),
        hold,
        until,
        promisedBy(place, hold),
        input,
        errors,
        key,
        alternatives.of(proposed(place, hold, page), place.employee(), page.texts()),
        isWaiting(place, place.channel()),
        place.channel() != Channel.MESSAGE && isWaiting(place, Channel.MESSAGE));
  }

  /** Who has no room is promised something once there is some. */
  private Optional<Instant> promisedBy(Place place, Hold hold) {
    return hold == Hold.HELD || hold == Hold.RENEWED
        ? transactions.call(() -> promises.dueIfAcceptedNow(place.employee()))
        : Optional.empty();
  }

  /** Whoever is lost chooses among all who fit; else there are as many as may take it as well. */
  private List<Alternative> proposed(Place place, Hold hold, Page page) {
    List<Alternative> fitting =
        transactions.call(
            () -> routing.alternatives(place.employee(), place.channel(), language(page)));
    return hold == Hold.LOST
        ? fitting
        : fitting.subList(0, Math.min(fitting.size(), NewRequest.MAX_OTHERS));
  }

  private boolean isWaiting(Place place, Channel channel) {
    Openness openness = decision(place).channel(channel);
    return openness == Openness.OPEN || openness == Openness.WAITLIST;
  }

  /** Answers the language in which the customer of a page is written to. */
  static Locale language(Page page) {
    return Locale.forLanguageTag(page.language().tag());
  }
}
