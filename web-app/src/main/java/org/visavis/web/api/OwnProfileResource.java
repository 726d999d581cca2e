package org.visavis.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Attribute;
import org.visavis.directory.Directory;
import org.visavis.directory.Disclosure;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.portrait.PortraitProcessor;
import org.visavis.directory.portrait.PortraitRefusal;
import org.visavis.directory.portrait.PortraitResult;
import org.visavis.web.guard.Problem;
import org.visavis.web.identity.Identity;
import org.visavis.web.identity.Role;
import org.visavis.web.workspace.OwnProfile;

/** What an employee says about himself or herself, and who may see it. */
@RequestScoped
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EMPLOYEE_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Own profile")
public class OwnProfileResource {

  private static final int UNSUPPORTED = 415;
  private static final int TOO_LARGE = 413;
  private static final int UNPROCESSABLE = 422;

  @Inject private Identity identity;
  @Inject private Directory directory;
  @Inject private OwnProfile profile;

  /** Answers what the employee says. */
  @GET
  @Path("profile")
  @Operation(summary = "What you say about yourself, whoever may see it")
  @APIResponse(
      responseCode = "200",
      description = "The profile",
      content = @Content(schema = @Schema(implementation = OwnProfileAnswer.class)))
  public OwnProfileAnswer profile() {
    return OwnProfileAnswer.of(directory.require(me()));
  }

  /** Takes what the employee says. */
  @PUT
  @Path("profile")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say what you want to say about yourself",
      description =
          "The whole of it: what is left out is empty then. Imports do not overwrite what you have"
              + " changed.")
  @APIResponse(
      responseCode = "200",
      description = "The profile",
      content = @Content(schema = @Schema(implementation = OwnProfileAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong",
      content = @Content(mediaType = "application/problem+json"))
  public OwnProfileAnswer setProfile(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = OwnProfileAnswer.Wish.class),
                      example =
                          "{\"about\": {\"de\": \"Ich erkläre Rechnungen.\"}, \"pronouns\":"
                              + " {\"en\": \"she/her\"}, \"languages\": [\"de\", \"en\"],"
                              + " \"topics\": [], \"links\": [{\"href\":"
                              + " \"https://example.org/me\", \"label\": \"My page\"}]}"))
          InputStream json) {
    OwnProfile.Words words =
        OwnProfileAnswer.words(
            JsonBody.read(json), topic -> directory.findTopic(topic).isPresent());
    return OwnProfileAnswer.of(profile.say(me(), words));
  }

  /** Takes a portrait. */
  @PUT
  @Path("portrait")
  @Consumes({"image/jpeg", "image/png", "image/webp", MediaType.APPLICATION_OCTET_STREAM})
  @Operation(
      summary = "Show a portrait",
      description =
          "The body is a JPEG, PNG or WebP of up to 10 MB. It is turned upright, cropped square and"
              + " written anew without metadata. A refusal has one of the codes too-large,"
              + " not-an-image, ambiguous, too-many-pixels, too-small, broken.")
  @RequestBody(
      required = true,
      content = {
        @Content(
            mediaType = "image/jpeg",
            schema = @Schema(implementation = String.class, format = "binary")),
        @Content(
            mediaType = "image/png",
            schema = @Schema(implementation = String.class, format = "binary")),
        @Content(
            mediaType = "image/webp",
            schema = @Schema(implementation = String.class, format = "binary"))
      })
  @APIResponse(responseCode = "204", description = "It is shown")
  @APIResponse(
      responseCode = "413",
      description = "The file is too large",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "415",
      description = "The file is no JPEG, PNG or WebP",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "422",
      description = "The picture cannot be taken, or nobody may see it",
      content = @Content(mediaType = "application/problem+json"))
  public Response setPortrait(
      @Parameter(
              description =
                  "Who may see it: public, known-customers or colleagues; needed where nobody may"
                      + " so far")
          @QueryParam("disclosure")
          @Nullable String disclosure,
      InputStream file)
      throws IOException {
    Disclosure seen = disclosure(disclosure);
    // One byte more than is taken is enough to be refused.
    byte[] bytes = file.readNBytes(PortraitProcessor.MAX_BYTES + 1);
    PortraitResult result = profile.show(me(), bytes, seen);
    if (result instanceof PortraitResult.Refused refused) {
      throw new ProblemException(problem(refused.reason()));
    }
    return Response.noContent().build();
  }

  private Disclosure disclosure(@Nullable String wish) {
    Optional<Disclosure> seen =
        wish == null ? profile.photoDisclosure(me()) : Optional.of(wish).flatMap(this::visible);
    return seen.orElseThrow(
        () ->
            ProblemException.parameter(
                "disclosure", "is public, known-customers or colleagues, and needed here"));
  }

  private Optional<Disclosure> visible(String wish) {
    try {
      return Optional.of(Disclosure.from(wish)).filter(each -> each != Disclosure.NOBODY);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Problem problem(PortraitRefusal reason) {
    int status =
        switch (reason) {
          case TOO_LARGE -> TOO_LARGE;
          case NOT_AN_IMAGE -> UNSUPPORTED;
          default -> UNPROCESSABLE;
        };
    String detail =
        switch (reason) {
          case TOO_LARGE -> "It is larger than 10 MB.";
          case NOT_AN_IMAGE -> "Send a JPEG, PNG or WebP that does not move.";
          case AMBIGUOUS -> "There is something else in it beside the picture.";
          case TOO_MANY_PIXELS -> "Make it smaller first.";
          case TOO_SMALL -> "Both sides have at least 96 pixels.";
          case BROKEN -> "It is incomplete or damaged.";
        };
    return Problem.of(status, "portrait-" + reason.code(), "The portrait is not taken", detail);
  }

  /** Takes the portrait away. */
  @DELETE
  @Path("portrait")
  @Operation(summary = "Take your portrait away")
  @APIResponse(responseCode = "204", description = "There is none now")
  public void removePortrait() {
    profile.removePortrait(me());
  }

  /** Answers who may see what. */
  @GET
  @Path("consents")
  @Operation(summary = "Who may see what of you, since when, and on whose word")
  @APIResponse(
      responseCode = "200",
      description = "An entry for each attribute that anybody has said something about",
      content = @Content(schema = @Schema(implementation = ConsentsAnswer.class)))
  public ConsentsAnswer consents() {
    return ConsentsAnswer.of(directory.require(me()).consents());
  }

  /** Says who may see what. */
  @PUT
  @Path("consents")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Say who may see what of you",
      description =
          "By attribute: photo, surname, telephone, mobile, mail, links, about, office, pronouns,"
              + " languages, calendar (busy times); each public, known-customers, colleagues or"
              + " nobody. What is not named stays as it is. A photo that nobody may see is"
              + " removed.")
  @APIResponse(
      responseCode = "200",
      description = "All of it",
      content = @Content(schema = @Schema(implementation = ConsentsAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong",
      content = @Content(mediaType = "application/problem+json"))
  public ConsentsAnswer setConsents(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = ConsentsAnswer.Wish.class),
                      example = "{\"photo\": \"public\", \"mobile\": \"colleagues\"}"))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    Map<Attribute, Disclosure> wishes = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      body.value(attribute.code(), Disclosure::from)
          .ifPresent(disclosure -> wishes.put(attribute, disclosure));
    }
    body.end();
    return ConsentsAnswer.of(profile.disclose(me(), wishes).consents());
  }

  private EmployeeId me() {
    return identity.requireEmployee();
  }
}
