package org.visavis.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.directory.Match.Field;
import org.visavis.directory.PeopleQuery;
import org.visavis.directory.Suggestion;
import org.visavis.presence.Presence;
import org.visavis.web.pages.Language;

/** What a text may mean that is still being typed. */
@RequestScoped
@Path("suggestions")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "People")
public class SuggestionsResource {

  private static final int MOST = 20;

  @Inject private Directory directory;
  @Inject private Presence presence;
  @Inject private Handles handles;

  /** Answers people, topics, departments and languages, the best first. */
  @GET
  @Operation(
      summary = "What a text may mean while it is typed",
      description =
          "Nothing is suggested that leads to nobody who is shown; the counts leave the hidden out."
              + " Names come in German or English, by Accept-Language.")
  @APIResponse(
      responseCode = "200",
      description = "The suggestions",
      content = @Content(schema = @Schema(implementation = SuggestionsAnswer.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
  @APIResponse(
      responseCode = "400",
      description = "A parameter is not understood",
      content = @Content(mediaType = "application/problem+json"))
  public Response suggest(
      @Parameter(description = "What has been typed so far") @QueryParam("q") @DefaultValue("")
          String text,
      @Parameter(description = "How many at most, 1 to 20") @QueryParam("limit") @DefaultValue("8")
          String limit,
      @HeaderParam("Accept-Language") @Nullable String accepted,
      @Context Request request) {
    Locale locale = PeopleResource.spoken(accepted, Language.EN).locale();
    List<Suggestion> suggestions =
        directory.suggest(
            text.length() > PeopleQuery.MAX_TEXT_LENGTH
                ? text.substring(0, PeopleQuery.MAX_TEXT_LENGTH)
                : text,
            number(limit),
            presence.shown(Audience.PUBLIC)::containsKey);
    return Cacheable.answer(
        request,
        new SuggestionsAnswer(suggestions.stream().map(one -> answer(one, locale)).toList()));
  }

  private SuggestionAnswer answer(Suggestion one, Locale locale) {
    boolean person = one.field() == Field.NAME;
    return new SuggestionAnswer(
        person ? "person" : one.field().name().toLowerCase(Locale.ROOT),
        person ? handles.of(EmployeeId.of(one.id())) : one.id(),
        one.name().text(locale),
        one.text(),
        one.people());
  }

  private static int number(String limit) {
    try {
      int number = Integer.parseInt(limit);
      if (number >= 1 && number <= MOST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw ProblemException.parameter("limit", "is a number from 1 to " + MOST);
  }

  /** What the text may mean. */
  @Schema(name = "Suggestions")
  public record SuggestionsAnswer(List<SuggestionAnswer> suggestions) {}

  /** One thing that the text may mean. */
  @Schema(name = "Suggestion")
  public record SuggestionAnswer(
      @Schema(enumeration = {"person", "topic", "department", "language"}) String kind,
      String id,
      String name,
      @Schema(description = "The words that were met, of the name or of what stands for it")
          String text,
      @Schema(description = "How many people who are shown it leads to") int people) {}
}
