package org.visavis.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.DepartmentId;
import org.visavis.routing.Customer;
import org.visavis.routing.DutyRequest;
import org.visavis.routing.DutyRota;
import org.visavis.web.api.RequestAnswer.CustomerAnswer;
import org.visavis.web.guard.Problem;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Site;
import org.visavis.web.wiring.Transactions;

/** Requests to departments of which nobody is shown, in the hands of their customers. */
@RequestScoped
@Path("department-requests")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "Requests")
public class DepartmentRequestsResource {

  @Inject private DutyRota rota;
  @Inject private Transactions transactions;
  @Inject private Site site;

  /** Hands a request in. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Write to a department of which nobody is shown",
      description =
          "Those who work there are asked one after the other who takes it on; then it is a request"
              + " of that person, and request holds its token. It ends at until at the latest.")
  @APIResponse(
      responseCode = "201",
      description = "Somebody is looked for",
      content = @Content(schema = @Schema(implementation = DutyAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description =
          "The department is not on duty, somebody there is shown, or three requests of this"
              + " address wait already",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "422",
      description = "A field is wrong, or the key was used for something else",
      content = @Content(mediaType = "application/problem+json"))
  public Response handIn(
      @Parameter(description = IdempotencyKey.DESCRIPTION, required = true)
          @HeaderParam(IdempotencyKey.HEADER)
          @Nullable String key,
      @HeaderParam("Accept-Language") @Nullable String accepted,
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = DutyWish.class),
                      example =
                          "{\"department\": \"billing\", \"subject\": \"An invoice\","
                              + " \"message\": \"It is wrong.\", \"customer\": {\"name\": \"Kim"
                              + " Example\", \"email\": \"kim@example.org\"}}"))
          InputStream json) {
    String once = IdempotencyKey.require(key);
    JsonBody body = JsonBody.read(json);
    Optional<DepartmentId> department = body.requireValue("department", DepartmentId::of);
    Optional<String> subject = body.requireText("subject");
    Optional<String> message = body.requireText("message");
    Locale reader = PeopleResource.spoken(accepted, Language.EN).locale();
    Customer customer = RequestWish.customer(body, reader);
    DutyRequest kept =
        RequestWish.inside(
                "",
                () ->
                    transactions.call(
                        () ->
                            rota.submit(
                                department.orElseThrow(),
                                subject.orElseThrow(),
                                message.orElseThrow(),
                                customer,
                                once)))
            .orElseThrow(
                () ->
                    new ProblemException(
                        Problem.of(
                            409,
                            "not-on-duty",
                            "This department cannot be written to now",
                            "Nothing was kept. Choose somebody who is shown, or try later.")));
    return Response.created(URI.create("department-requests/" + kept.token().value()))
        .entity(answer(kept))
        .build();
  }

  /** Answers where a request stands. */
  @GET
  @Path("{token}")
  @Operation(summary = "Where a request to a department stands")
  @APIResponse(
      responseCode = "200",
      description = "The request",
      content = @Content(schema = @Schema(implementation = DutyAnswer.class)))
  @APIResponse(
      responseCode = "404",
      description = "There is no such request",
      content = @Content(mediaType = "application/problem+json"))
  public DutyAnswer find(@PathParam("token") String token) {
    return answer(known(token));
  }

  /** Takes a request back. */
  @DELETE
  @Path("{token}")
  @Operation(
      summary = "Take a request to a department back",
      description = "One that somebody has taken on, or that has ended, stays as it is.")
  @APIResponse(responseCode = "204", description = "Nobody is asked any more")
  @APIResponse(
      responseCode = "404",
      description = "There is no such request",
      content = @Content(mediaType = "application/problem+json"))
  public void withdraw(@PathParam("token") String token) {
    DutyRequest known = known(token);
    transactions.run(() -> rota.withdraw(known.token()));
  }

  private DutyRequest known(String token) {
    return RequestsResource.known(token)
        .flatMap(it -> transactions.call(() -> rota.find(it)))
        .orElseThrow(ProblemException::unknownRequest);
  }

  private DutyAnswer answer(DutyRequest request) {
    return new DutyAnswer(
        request.token().value(),
        site.baseUrl()
            + "/"
            + Language.find(request.customer().language().getLanguage()).orElse(Language.EN).tag()
            + "/requests/"
            + request.token().value(),
        request.department().value(),
        request.state().code(),
        People.seconds(request.until()),
        request.became().map(it -> it.value()).orElse(null));
  }

  /** A request to a department as it comes in. */
  @Schema(name = "DepartmentRequestWish")
  public record DutyWish(
      @Schema(required = true) String department,
      @Schema(required = true, maxLength = 200) String subject,
      @Schema(required = true, maxLength = 20_000) String message,
      @Schema(required = true) CustomerAnswer customer) {}

  /** A request to a department as its customer sees it; whom it asks is nobody's to know. */
  @Schema(name = "DepartmentRequest")
  public record DutyAnswer(
      @Schema(description = "A secret: whoever knows it sees the request") String token,
      @Schema(description = "The page where the customer follows it") String tracking,
      String department,
      @Schema(enumeration = {"asking", "taken", "withdrawn", "ended"}) String state,
      @Schema(description = "When it ends, if nobody takes it on") Instant until,
      @Schema(description = "The token of the request that it has become", nullable = true)
          @Nullable String request) {}
}
