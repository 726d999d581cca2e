package org.visavis.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.Asked;
import org.visavis.routing.Request;
import org.visavis.routing.RequestId;
import org.visavis.routing.Routing;
import org.visavis.routing.Step;
import org.visavis.routing.TimelineEvent;
import org.visavis.web.identity.Identity;
import org.visavis.web.identity.Role;
import org.visavis.web.wiring.Transactions;

/** What colleagues ask an employee: would you take this request? */
@RequestScoped
@Path("me/asked")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EMPLOYEE_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Own requests")
public class AskedResource {

  @Inject private Identity identity;
  @Inject private Routing routing;
  @Inject private Transactions transactions;

  /** Answers what the employee is asked. */
  @GET
  @Operation(summary = "The requests that colleagues ask you to take, the longest waiting first")
  @APIResponse(
      responseCode = "200",
      description = "The questions",
      content = @Content(schema = @Schema(implementation = QuestionsAnswer.class)))
  public QuestionsAnswer all() {
    EmployeeId me = identity.requireEmployee();
    return transactions.call(
        () -> new QuestionsAnswer(routing.asked(me).stream().map(QuestionAnswer::of).toList()));
  }

  /** Says yes. */
  @POST
  @Path("{id}/agree")
  @Operation(
      summary = "Say yes",
      description =
          "A request that is handed over is yours at once, beyond your limit where need be, which"
              + " is recorded; for a counter-offer its customer chooses.")
  @APIResponse(responseCode = "204", description = "You have said yes")
  @APIResponse(
      responseCode = "404",
      description = "You were never asked about such a request",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "409",
      description = "The question was taken back, or the request has ended",
      content = @Content(mediaType = "application/problem+json"))
  public void agree(@PathParam("id") String id) {
    EmployeeId me = identity.requireEmployee();
    RequestId known = OwnRequestsResource.id(id);
    step(() -> routing.agree(me, known));
  }

  /** Says no. */
  @POST
  @Path("{id}/refuse")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "Say no; nothing is counted, and the customer learns nothing")
  @APIResponse(responseCode = "204", description = "You have said no")
  @APIResponse(
      responseCode = "409",
      description = "The question was taken back, or the request has ended",
      content = @Content(mediaType = "application/problem+json"))
  public void refuse(
      @PathParam("id") String id,
      @RequestBody(
              required = true,
              content =
                  @Content(schema = @Schema(implementation = OwnRequestsResource.LastWords.class)))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    Optional<String> text = body.text("text");
    body.end();
    EmployeeId me = identity.requireEmployee();
    RequestId known = OwnRequestsResource.id(id);
    step(() -> Checked.field("text", () -> routing.refuse(me, known, text.orElse(""))));
  }

  private void step(Supplier<Step> step) {
    Refusals.taken(transactions.call(step));
  }

  /** All questions. */
  @Schema(name = "Questions")
  public record QuestionsAnswer(List<QuestionAnswer> questions) {}

  /** A question about a request: enough of it to say yes or no, and not who the customer is. */
  @Schema(name = "AskedRequest")
  public record QuestionAnswer(
      String id,
      @Schema(enumeration = {"hand-over", "counter-offer"}) String purpose,
      @Schema(description = "Who asks") String employee,
      @Schema(description = "The words with which you are asked") String words,
      String channel,
      String subject,
      String message,
      Instant receivedAt) {

    static QuestionAnswer of(Request request) {
      return new QuestionAnswer(
          request.id().toString(),
          request.asked().map(Asked::purpose).map(Asked.Purpose::code).orElse(""),
          request.employee().value(),
          request.timeline().stream()
              .filter(event -> event.kind() == TimelineEvent.Kind.ASKED)
              .reduce((earlier, later) -> later)
              .map(TimelineEvent::text)
              .orElse(""),
          request.channel().code(),
          request.subject(),
          request.message(),
          request.receivedAt());
    }
  }
}
