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
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.visavis.routing.Promises;
import org.visavis.web.identity.Role;
import org.visavis.web.wiring.Transactions;

/** How soon departments are to answer. */
@RequestScoped
@Path("admin/policies")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Administration")
public class PoliciesResource {

  @Inject private Directory directory;
  @Inject private Promises promises;
  @Inject private Transactions transactions;

  /** Answers the targets. */
  @GET
  @Operation(summary = "How soon departments are to answer")
  @APIResponse(
      responseCode = "200",
      description = "The departments that have a target of their own",
      content = @Content(schema = @Schema(implementation = Policies.class)))
  public Policies find() {
    return new Policies(
        transactions.call(promises::targets).entrySet().stream()
            .map(target -> new Target(target.getKey().value(), target.getValue().toMinutes()))
            .sorted(Comparator.comparing(Target::department))
            .toList());
  }

  /** Sets the targets. */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Set how soon departments are to answer",
      description =
          "In minutes of the working time of whoever answers. A department that is not named takes"
              + " the target of the one above it, or has none. What was promised stays promised.")
  @APIResponse(
      responseCode = "200",
      description = "The departments that have a target of their own",
      content = @Content(schema = @Schema(implementation = Policies.class)))
  @APIResponse(
      responseCode = "422",
      description = "There is no such department, or no such time",
      content = @Content(mediaType = "application/problem+json"))
  public Policies set(
      @RequestBody(
              required = true,
              content =
                  @Content(
                      schema = @Schema(implementation = Policies.class),
                      example = "{\"targets\": [{\"department\": \"bills\", \"minutes\": 480}]}"))
          InputStream json) {
    JsonBody body = JsonBody.read(json);
    Map<DepartmentId, Duration> wanted = new HashMap<>();
    for (JsonBody target : body.objects("targets")) {
      Optional<DepartmentId> department = target.requireValue("department", this::known);
      Optional<Integer> minutes = target.requireNumber("minutes");
      if (minutes.filter(number -> !isTarget(number)).isPresent()) {
        target.wrong("minutes", "from 1 to " + Promises.LONGEST_TARGET.toMinutes());
      } else if (department.isPresent() && minutes.isPresent()) {
        wanted.put(department.get(), Duration.ofMinutes(minutes.get()));
      }
    }
    body.end();
    transactions.run(
        () -> {
          Set<DepartmentId> all = new HashSet<>(promises.targets().keySet());
          all.addAll(wanted.keySet());
          all.forEach(id -> promises.setTarget(id, Optional.ofNullable(wanted.get(id))));
        });
    return find();
  }

  private static boolean isTarget(int minutes) {
    return minutes >= 1 && minutes <= Promises.LONGEST_TARGET.toMinutes();
  }

  private DepartmentId known(String text) {
    DepartmentId id = DepartmentId.of(text);
    if (directory.findDepartment(id).isEmpty()) {
      throw new IllegalArgumentException("there is no department " + id);
    }
    return id;
  }

  /** How soon departments are to answer. */
  @Schema(name = "Policies")
  public record Policies(@Schema(required = true) List<Target> targets) {}

  /** How soon one is. */
  @Schema(name = "AnswerTarget")
  public record Target(
      @Schema(required = true) String department,
      @Schema(
              required = true,
              minimum = "1",
              maximum = "24000",
              description = "Minutes of working time until the answer is due")
          long minutes) {}
}
