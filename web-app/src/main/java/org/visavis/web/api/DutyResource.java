package org.visavis.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.routing.DutyRota;
import org.visavis.web.identity.Role;
import org.visavis.web.wiring.Transactions;

/** Which departments are on duty. */
@RequestScoped
@Path("admin/duty")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Administration")
public class DutyResource {

  @Inject private Directory directory;
  @Inject private DutyRota rota;
  @Inject private Transactions transactions;

  /** Answers the departments on duty. */
  @GET
  @Operation(summary = "The departments that can be written to when nobody there is shown")
  @APIResponse(
      responseCode = "200",
      description = "Their ids",
      content = @Content(schema = @Schema(implementation = OnDuty.class)))
  public OnDuty find() {
    return new OnDuty(
        transactions.call(rota::departments).stream().map(DepartmentId::value).sorted().toList());
  }

  /** Sets the departments on duty. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Set the departments that can be written to when nobody there is shown",
      description = "Those that are not named are not on duty. Nobody is shown by it.")
  @APIResponse(
      responseCode = "200",
      description = "Their ids",
      content = @Content(schema = @Schema(implementation = OnDuty.class)))
  @APIResponse(
      responseCode = "422",
      description = "There is no such department",
      content = @Content(mediaType = "application/problem+json"))
  public OnDuty set(
      @RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = OnDuty.class)))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    List<DepartmentId> wanted = body.list("departments", DepartmentId::of);
    body.end();
    for (DepartmentId id : wanted) {
      if (directory.findDepartment(id).isEmpty()) {
        throw ProblemException.field("departments", "there is no department " + id);
      }
    }
    transactions.run(
        () -> {
          Set<DepartmentId> all = new HashSet<>(rota.departments());
          all.addAll(wanted);
          all.forEach(id -> rota.setOnDuty(id, wanted.contains(id)));
        });
    return find();
  }

  /** The departments on duty. */
  @Schema(name = "OnDuty")
  public record OnDuty(@Schema(required = true) List<String> departments) {}
}
