package org.visavis.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.URI;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.directory.LinkKind;
import org.visavis.directory.Profile;
import org.visavis.directory.Telephone;
import org.visavis.presence.Presence;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.ChannelButton;
import org.visavis.web.pages.ChannelKind;
import org.visavis.web.pages.Link;
import org.visavis.web.pages.Openness;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.pages.StatusKind;
import org.visavis.web.portal.PeopleView.Search;

/** A person's page. Nobody can tell from it whether somebody is hidden or does not exist. */
@WebServlet(urlPatterns = {"/de/people/*", "/en/people/*"})
public final class PersonServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;

  /** Whoever is this comes back, and customers want to know when. */
  private static final Set<StatusKind> RETURNING =
      Set.of(StatusKind.ON_HOLIDAY, StatusKind.TRAVELLING);

  @Inject private transient Directory directory;
  @Inject private transient Presence presence;
  @Inject private transient Cards cards;
  @Inject private transient PeoplePages people;
  @Inject private transient Handles handles;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Page page = page(request);
    Optional<PersonView> view =
        segment(request, 1).isPresent()
            ? Optional.empty()
            : segment(request, 0)
                .flatMap(it -> Ids.employee(it, handles))
                .flatMap(id -> view(id, page));
    if (view.isPresent()) {
      send(response, HttpServletResponse.SC_OK, page, view.get());
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private Optional<PersonView> view(EmployeeId id, Page page) {
    Optional<PersonCard> card = cards.find(id, page.language());
    return card.flatMap(
        shown -> directory.view(id, Audience.PUBLIC).map(person -> view(person, shown, page)));
  }

  private PersonView view(Profile person, PersonCard card, Page page) {
    Locale locale = page.language().locale();
    return new PersonView(
        card,
        person.about().text(locale),
        cards.departments(person).stream()
            .map(
                department ->
                    link(
                        department.name().text(locale),
                        new Search("", department.id().value(), "", "", false),
                        page))
            .toList(),
        cards.topics(person).stream()
            .map(
                topic ->
                    link(
                        topic.name().text(locale),
                        new Search("", "", topic.id().value(), "", false),
                        page))
            .toList(),
        person.languages().stream().map(spoken -> Cards.language(spoken, page.language())).toList(),
        person.timeZone(),
        links(person, page),
        "/api/v1/people/" + card.id() + "/card.vcf",
        people.colleagues(person, page),
        person.formOfAddress(),
        person.pronouns().text(locale),
        person.office().text(locale),
        away(person, card, page),
        tell(card));
  }

  /** Whoever has a waitlist, or cannot be had at all now, may be waited for. */
  private static Optional<ChannelKind> tell(PersonCard card) {
    boolean open = card.channels().stream().anyMatch(it -> it.openness() == Openness.OPEN);
    return card.channels().stream()
        .filter(it -> !open || it.openness() == Openness.WAITLIST)
        .map(ChannelButton::kind)
        .findFirst();
  }

  /** Nobody learns of a deputy who is not shown. */
  private Optional<PersonView.Away> away(Profile person, PersonCard card, Page page) {
    Optional<Link> deputy =
        presence
            .deputy(person.id(), Audience.PUBLIC)
            .flatMap(id -> cards.find(id, page.language()))
            .map(colleague -> new Link(colleague.name(), page.href("/people/" + colleague.id())));
    Optional<String> back =
        RETURNING.contains(card.status().kind())
            ? card.status().until().map(end -> back(end, person, page))
            : Optional.empty();
    return back.isPresent() || deputy.isPresent()
        ? Optional.of(new PersonView.Away(back, deputy))
        : Optional.empty();
  }

  /** Whoever is away until midnight is back on the day that begins then. */
  private static String back(Instant end, Profile person, Page page) {
    ZonedDateTime at = end.atZone(person.timeZone());
    return at.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? page.texts().weekday(at.toLocalDate(), page.now())
        : page.moment(end);
  }

  private static Link link(String label, Search search, Page page) {
    return new Link(label, page.href(SearchInput.path(search)));
  }

  private static List<Link> links(Profile person, Page page) {
    return Stream.concat(
            person.mail().map(mail -> new Link(mail, "mailto:" + mail)).stream(),
            person.links().stream().map(link -> new Link(label(link, page), link.uri().toString())))
        .distinct()
        .toList();
  }

  /** A website is best known by its name; other links have words or say what they are. */
  private static String label(org.visavis.directory.Link link, Page page) {
    String key = "link." + link.label();
    if (link.label().isEmpty() || link.label().equals("homepage")) {
      return host(link.uri());
    }
    return page.texts().has(key) ? page.t(key) : link.label();
  }

  private static String host(URI uri) {
    if (LinkKind.of(uri) == LinkKind.TELEPHONE) {
      return Telephone.international(uri);
    }
    @Nullable String host = uri.getHost();
    return host == null ? uri.getSchemeSpecificPart() : host.replaceFirst("^www\\.", "");
  }
}
