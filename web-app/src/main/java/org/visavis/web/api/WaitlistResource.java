package org.visavis.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.presence.Presence;
import org.visavis.web.pages.Language;
import org.visavis.web.portal.WaitlistDoor;

/** Who wants to be told when a person is free. */
@RequestScoped
@Path("people/{id}/waitlist")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Requests")
public class WaitlistResource {

  @Inject private Directory directory;
  @Inject private Presence presence;
  @Inject private WaitlistDoor door;
  @Inject private Handles handles;

  /** Asks for an address to be told. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Tell a customer when a person is free",
      description =
          "The owner of the address gets a mail and confirms; then one mail more, when there is"
              + " room, in the order of the confirmations. The room is held for ten minutes. It"
              + " ends by itself after 14 days, and the first mail leads to where it is taken back."
              + " What is asked again, or too often for an address, changes nothing, and the answer"
              + " is the same.")
  @APIResponse(responseCode = "202", description = "Taken, if the owner of the address confirms")
  @APIResponse(
      responseCode = "404",
      description = "There is no such person, as far as the public may know",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "429",
      description = "This client asks too often",
      content = @Content(mediaType = "application/problem+json"))
  public Response join(
      @PathParam("id") String id,
      @HeaderParam("Accept-Language") @Nullable String accepted,
      @Context HttpServletRequest client,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = WaitlistWish.class),
                      example = "{\"email\": \"kim@example.org\"}"))
          InputStream json) {
    Duration wait = door.count(client.getRemoteAddr());
    if (!wait.isZero()) {
      return Problems.tooOften(wait);
    }
    JsonBody body = JsonBody.read(json);
    Optional<String> email = body.requireText("email");
    Channel channel = body.value("channel", Channel::from).orElse(Channel.MESSAGE);
    Locale language =
        body.value("language", RequestWish::language)
            .orElseGet(() -> PeopleResource.spoken(accepted, Language.EN).locale());
    body.end();
    EmployeeId person = shown(id);
    if (!presence.reachability(person, Audience.PUBLIC).channels().containsKey(channel)) {
      throw ProblemException.field("channel", "is not one of the person's");
    }
    if (!Checked.field("email", () -> door.join(person, channel, email.orElseThrow(), language))) {
      throw ProblemException.unknownPerson();
    }
    return Response.accepted().build();
  }

  private EmployeeId shown(String id) {
    try {
      return Optional.of(handles.resolve(id))
          .filter(known -> presence.reachability(known, Audience.PUBLIC).shown())
          .filter(known -> directory.view(known, Audience.PUBLIC).isPresent())
          .orElseThrow(ProblemException::unknownPerson);
    } catch (IllegalArgumentException e) {
      throw ProblemException.unknownPerson();
    }
  }

  /** What is wanted. */
  @Schema(name = "WaitlistWish")
  public record WaitlistWish(
      @Schema(required = true, description = "Where to write", maxLength = 254) String email,
      @Schema(
              description = "The channel on which room is wanted; by default message",
              enumeration = {"message", "chat", "phone", "callback", "video", "appointment"})
          String channel,
      @Schema(description = "The language in which to write; by default Accept-Language")
          String language) {}
}
