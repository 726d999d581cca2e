package org.visavis.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Attribute;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.directory.Match;
import org.visavis.directory.PeoplePage;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Profile;
import org.visavis.directory.Standing;
import org.visavis.directory.TopicId;
import org.visavis.directory.exchange.JsContacts;
import org.visavis.directory.exchange.Names;
import org.visavis.directory.exchange.VCards;
import org.visavis.presence.CalendarEntry;
import org.visavis.presence.Openness;
import org.visavis.presence.Presence;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;
import org.visavis.presence.exchange.PresenceDocument;
import org.visavis.presence.exchange.PublicFreeBusy;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.PublicStandings;
import org.visavis.web.pages.Rotation;
import org.visavis.web.wiring.Settings;

/** The people whom the public may see. */
@RequestScoped
@Path("people")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "People")
public class PeopleResource {

  private static final String VCARD = "text/vcard";
  private static final Duration TOLD_AHEAD = Duration.ofDays(42);

  @Inject private Directory directory;
  @Inject private Presence presence;
  @Inject private People people;
  @Inject private Settings settings;
  @Inject private Rotation rotation;
  @Inject private Clock clock;
  @Inject private PublicStandings publicStandings;
  @Inject private Handles handles;

  /** Answers a part of the people who fit, the best first. */
  @GET
  @Operation(
      summary = "Search among the people who are shown",
      description =
          "Everybody who is hidden is missing from the people and from the count. Without q the"
              + " order is the directory's. Names, titles and notes come in German or English, by"
              + " Accept-Language.")
  @APIResponse(
      responseCode = "200",
      description = "A part of the result",
      content = @Content(schema = @Schema(implementation = PeopleAnswer.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
  @APIResponse(
      responseCode = "400",
      description = "A parameter is not understood",
      content = @Content(mediaType = "application/problem+json"))
  public Response search(
      @Parameter(
              description =
                  "Free text: names, topics, problems in everyday words; typos are forgiven")
          @QueryParam("q")
          @DefaultValue("")
          String text,
      @QueryParam("department") @Nullable String department,
      @QueryParam("topic") @Nullable String topic,
      @Parameter(description = "A language that the person speaks, as BCP 47")
          @QueryParam("language")
          @Nullable String language,
      @Parameter(description = "A channel that is not closed to the public now")
          @QueryParam("channel")
          @Nullable String channel,
      @Parameter(description = "A status, such as available") @QueryParam("status")
          @Nullable String status,
      @Parameter(
              description =
                  "true: only people who can answer now; with channel, those with it open")
          @QueryParam("open")
          @DefaultValue("false")
          String open,
      @Parameter(description = "How many people at most, 1 to 100")
          @QueryParam("limit")
          @DefaultValue("20")
          String limit,
      @Parameter(description = "next of the part before") @QueryParam("cursor")
          @Nullable String cursor,
      @HeaderParam("Accept-Language") @Nullable String accepted,
      @Context Request request,
      @Context HttpServletRequest asker) {
    Optional<Channel> way = parsed("channel", channel, Channel::from);
    PeopleQuery query = PeopleQuery.everybody().text(text);
    query = with(query, parsed("department", department, DepartmentId::of), query::department);
    query = with(query, parsed("topic", topic, TopicId::of), query::topic);
    query = with(query, parsed("language", language, PeopleResource::spoken), query::language);
    query = with(query, way, query::channel);
    query =
        with(query, parsed("status", status, Status::from).map(PublicStandings::mark), query::mark);
    query = query.rotation(rotation.of(asker.getRemoteAddr()));
    int most = number(limit);
    Map<EmployeeId, Reachability> shown = presence.shown(Audience.PUBLIC);
    Function<EmployeeId, Optional<Standing>> standings = standings(shown, isTrue(open), way);
    int start = start(query, standings, parsed("cursor", cursor, it -> Cursor.parse(it, handles)));
    PeoplePage page = directory.searchAmong(query.page(start, most), standings);
    return Cacheable.answer(request, answer(page, shown, start, spoken(accepted, Language.EN)));
  }

  private PeopleAnswer answer(
      PeoplePage page, Map<EmployeeId, Reachability> shown, int start, Language language) {
    List<Match> found = page.matches();
    int end = start + found.size();
    String next =
        found.isEmpty() || end >= page.total()
            ? null
            : new Cursor(end, found.get(found.size() - 1).profile().id()).text(handles);
    return new PeopleAnswer(
        found.stream()
            .flatMap(
                match ->
                    Optional.ofNullable(shown.get(match.profile().id()))
                        .map(decision -> people.of(match, decision, Audience.PUBLIC, language))
                        .stream())
            .toList(),
        page.total(),
        FacetsAnswer.of(page),
        next);
  }

  private int start(
      PeopleQuery query,
      Function<EmployeeId, Optional<Standing>> standings,
      Optional<Cursor> cursor) {
    if (cursor.isEmpty()) {
      return 0;
    }
    Cursor from = cursor.get();
    int reach = Math.min(PeopleQuery.MAX_LIMIT, 2 * Cursor.REACH);
    return from.next(
        directory.searchAmong(query.page(from.windowStart(), reach), standings).matches());
  }

  private Function<EmployeeId, Optional<Standing>> standings(
      Map<EmployeeId, Reachability> shown, boolean open, Optional<Channel> channel) {
    if (!open) {
      return publicStandings.everybody(shown);
    }
    return channel
        .<Function<EmployeeId, Optional<Standing>>>map(
            way -> PublicStandings.asked(shown, decision -> decision.channel(way) == Openness.OPEN))
        .orElseGet(() -> publicStandings.reachable(shown));
  }

  /** Answers one person. */
  @GET
  @Path("{id}")
  @Operation(
      summary = "One person",
      description = "Somebody who is hidden gives the same answer as somebody who does not exist.")
  @APIResponse(
      responseCode = "200",
      description = "The person",
      content = @Content(schema = @Schema(implementation = PersonAnswer.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
  @APIResponse(
      responseCode = "404",
      description = "There is no such person, as far as the public may know",
      content = @Content(mediaType = "application/problem+json"))
  public Response person(
      @PathParam("id") String id,
      @HeaderParam("Accept-Language") @Nullable String accepted,
      @Context Request request) {
    PersonAnswer person =
        employee(id)
            .flatMap(known -> people.find(known, spoken(accepted, Language.EN)))
            .orElseThrow(ProblemException::unknownPerson);
    return Cacheable.answer(request, person);
  }

  /** Answers the card of one person for an address book. */
  @GET
  @Path("{id}/card.vcf")
  @Produces({VCARD, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "The card of a person for an address book (RFC 6350, RFC 2426)",
      description =
          "It holds what the public may see. Somebody who is hidden gives the same answer as"
              + " somebody who does not exist.")
  @APIResponse(
      responseCode = "200",
      description = "The card",
      content = @Content(mediaType = VCARD, schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
  @APIResponse(
      responseCode = "400",
      description = "A parameter is not understood",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "404",
      description = "There is no such person, as far as the public may know",
      content = @Content(mediaType = "application/problem+json"))
  public Response vcard(
      @PathParam("id") String id,
      @Parameter(description = "2.1, 3.0 or 4.0") @QueryParam("version") @DefaultValue("3.0")
          String version,
      @HeaderParam("Accept-Language") @Nullable String accepted,
      @Context Request request) {
    VCards.Version wanted =
        parsed("version", version, VCards.Version::from).orElse(VCards.Version.V3_0);
    Profile person = shown(id);
    String card = VCards.card(person, names(accepted), wanted);
    return Cacheable.answer(request, card, MediaType.valueOf(VCARD + ";charset=utf-8"))
        .header(
            "Content-Disposition", "attachment; filename=\"" + handles.of(person.id()) + ".vcf\"")
        .build();
  }

  /** Answers the card of one person for programs. */
  @GET
  @Path("{id}/card.json")
  @Produces({JsContacts.MEDIA_TYPE, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "The card of a person as JSContact (RFC 9553)",
      description =
          "It holds what the public may see. Somebody who is hidden gives the same answer as"
              + " somebody who does not exist.")
  @APIResponse(
      responseCode = "200",
      description = "The card",
      content = @Content(mediaType = JsContacts.MEDIA_TYPE))
  @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
  @APIResponse(
      responseCode = "404",
      description = "There is no such person, as far as the public may know",
      content = @Content(mediaType = "application/problem+json"))
  public Response jsContact(
      @PathParam("id") String id,
      @HeaderParam("Accept-Language") @Nullable String accepted,
      @Context Request request) {
    String card = JsContacts.card(shown(id), names(accepted)).toString();
    return Cacheable.answer(request, card, MediaType.valueOf(JsContacts.MEDIA_TYPE)).build();
  }

  /** Answers the presence of one person for programs. */
  @GET
  @Path("{id}/presence.xml")
  @Produces({PresenceDocument.MEDIA_TYPE, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "What a person is doing, as PIDF with RPID (RFC 3863, RFC 4480)",
      description =
          "Each channel is a tuple, open or closed. Somebody who is hidden gives the same answer as"
              + " somebody who does not exist.")
  @APIResponse(
      responseCode = "200",
      description = "The presence",
      content =
          @Content(
              mediaType = PresenceDocument.MEDIA_TYPE,
              schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
  @APIResponse(
      responseCode = "404",
      description = "There is no such person, as far as the public may know",
      content = @Content(mediaType = "application/problem+json"))
  public Response pidf(@PathParam("id") String id, @Context Request request) {
    Profile person = shown(id);
    Reachability decision = presence.reachability(person.id(), Audience.PUBLIC);
    Map<Channel, URI> links = new EnumMap<>(Channel.class);
    decision
        .channels()
        .forEach(
            (channel, openness) -> {
              if (openness == Openness.OPEN) {
                Cards.address(person, channel).ifPresent(uri -> links.put(channel, uri));
              }
            });
    String document =
        PresenceDocument.write(address(person.id()), decision, links)
            .orElseThrow(ProblemException::unknownPerson);
    return Cacheable.answer(
            request, document, MediaType.valueOf(PresenceDocument.MEDIA_TYPE + ";charset=utf-8"))
        .build();
  }

  /** Answers when one person is busy. */
  @GET
  @Path("{id}/freebusy.ics")
  @Produces({PublicFreeBusy.MEDIA_TYPE, MediaType.APPLICATION_JSON})
  @Operation(
      summary = "When a person is busy in the next six weeks, as iCalendar (RFC 5545, VFREEBUSY)",
      description =
          "Of people who publish their busy times, and never why. Everybody else gives the same"
              + " answer as somebody who does not exist.")
  @APIResponse(
      responseCode = "200",
      description = "The busy times",
      content =
          @Content(
              mediaType = PublicFreeBusy.MEDIA_TYPE,
              schema = @Schema(implementation = String.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
  @APIResponse(
      responseCode = "404",
      description = "There is no such person, as far as the public may know",
      content = @Content(mediaType = "application/problem+json"))
  public Response freeBusy(@PathParam("id") String id, @Context Request request) {
    EmployeeId person = shown(id).id();
    if (!directory.require(person).consents().allows(Attribute.CALENDAR, Audience.PUBLIC)) {
      throw ProblemException.unknownPerson();
    }
    Instant from = clock.instant().truncatedTo(ChronoUnit.HOURS);
    String file =
        PublicFreeBusy.of(
                address(person),
                presence.reachability(person, Audience.PUBLIC),
                presence.settings(person).hours(),
                busy(person, from),
                from,
                from.plus(TOLD_AHEAD))
            .orElseThrow(ProblemException::unknownPerson)
            .text(from);
    return Cacheable.answer(
            request, file, MediaType.valueOf(PublicFreeBusy.MEDIA_TYPE + ";charset=utf-8"))
        .build();
  }

  /** What fresh calendars say, and absences. */
  private List<CalendarEntry> busy(EmployeeId person, Instant now) {
    Stream<CalendarEntry> calendars =
        presence.calendars(person).values().stream()
            .filter(said -> now.isBefore(said.freshUntil()))
            .flatMap(said -> said.entries().stream());
    Stream<CalendarEntry> absences =
        presence.settings(person).absences().stream()
            .map(
                absence ->
                    new CalendarEntry(
                        absence.start(),
                        absence.end(),
                        CalendarEntry.Kind.OUT_OF_OFFICE,
                        Optional.of(absence.kind().status())));
    return Stream.concat(calendars, absences).toList();
  }

  /** Names a person for other programs. */
  private URI address(EmployeeId person) {
    return URI.create(settings.baseUrl() + "/api/v1/people/" + handles.of(person));
  }

  private Profile shown(String id) {
    return employee(id)
        .filter(known -> presence.reachability(known, Audience.PUBLIC).shown())
        .flatMap(known -> directory.view(known, Audience.PUBLIC))
        .orElseThrow(ProblemException::unknownPerson);
  }

  private Names names(@Nullable String accepted) {
    return Names.of(directory, spoken(accepted, Language.EN).locale())
        .within(settings.organisation())
        .under(handles);
  }

  /** Reads an id in an address; what has no possible form names nobody. */
  private Optional<EmployeeId> employee(String id) {
    try {
      return Optional.of(handles.resolve(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Language spoken(@Nullable String accepted, Language otherwise) {
    return accepted == null ? otherwise : Language.fromAcceptLanguage(accepted);
  }

  private static Locale spoken(String tag) {
    Locale locale = Locale.forLanguageTag(tag.strip());
    if (locale.getLanguage().isEmpty()) {
      throw new IllegalArgumentException("A language is written like de or en");
    }
    return locale;
  }

  private static boolean isTrue(String open) {
    return switch (open) {
      case "true" -> true;
      case "false", "" -> false;
      default -> throw ProblemException.parameter("open", "is true or false");
    };
  }

  private static int number(String limit) {
    try {
      int number = Integer.parseInt(limit);
      if (number >= 1 && number <= PeopleQuery.MAX_LIMIT) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw ProblemException.parameter("limit", "is a number from 1 to " + PeopleQuery.MAX_LIMIT);
  }

  private static <T> PeopleQuery with(
      PeopleQuery query, Optional<T> value, Function<T, PeopleQuery> condition) {
    return value.map(condition).orElse(query);
  }

  private static <T> Optional<T> parsed(
      String name, @Nullable String value, Function<String, T> reading) {
    try {
      return Optional.ofNullable(value).filter(text -> !text.isBlank()).map(reading);
    } catch (IllegalArgumentException e) {
      throw ProblemException.parameter(
          name,
          name.equals("cursor") ? "is not the next of a list" : String.valueOf(e.getMessage()));
    }
  }

  /** A part of a search's result. */
  @Schema(name = "People")
  public record PeopleAnswer(
      List<PersonAnswer> people,
      @Schema(description = "How many people the whole result has") int total,
      FacetsAnswer facets,
      @Schema(description = "The cursor of the next part; null at the end", nullable = true)
          @Nullable String next) {}

  /** How many people following each value would show. */
  @Schema(
      name = "Facets",
      description = "How many people each value leaves, without the parameter of the same name")
  public record FacetsAnswer(
      Map<String, Integer> department,
      Map<String, Integer> topic,
      Map<String, Integer> language,
      Map<String, Integer> channel,
      Map<String, Integer> status) {

    static FacetsAnswer of(PeoplePage page) {
      return new FacetsAnswer(
          byText(page.departments(), DepartmentId::value),
          byText(page.topics(), TopicId::value),
          byText(page.languages(), Function.identity()),
          byText(page.channels(), Channel::code),
          byText(page.marks(), Function.identity()));
    }

    /** In a fixed order, so that equal answers have equal tags. */
    private static <T> Map<String, Integer> byText(
        Map<T, Integer> counts, Function<T, String> text) {
      Map<String, Integer> sorted = new TreeMap<>();
      counts.forEach((key, count) -> sorted.put(text.apply(key), count));
      return sorted;
    }
  }
}
