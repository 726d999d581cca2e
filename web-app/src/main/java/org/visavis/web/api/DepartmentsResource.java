package org.visavis.web.api;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Audience;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.PeopleQuery;
import org.visavis.presence.Presence;
import org.visavis.web.pages.Language;

/** The departments of the company. */
@RequestScoped
@Path("departments")
@Produces(MediaType.APPLICATION_JSON)
@PermitAll
@Tag(name = "People")
public class DepartmentsResource {

  @Inject private Directory directory;
  @Inject private Presence presence;

  /** Answers all departments, ordered by id. */
  @GET
  @Operation(
      summary = "All departments",
      description = "people counts those who are shown now; the hidden leave no trace in it.")
  @APIResponse(
      responseCode = "200",
      description = "The departments",
      content = @Content(schema = @Schema(implementation = DepartmentsAnswer.class)))
  @APIResponse(responseCode = "304", description = "Nothing has changed since If-None-Match")
  public Response all(
      @HeaderParam("Accept-Language") @Nullable String accepted, @Context Request request) {
    Language language = PeopleResource.spoken(accepted, Language.EN);
    Map<DepartmentId, Integer> people =
        directory
            .search(
                PeopleQuery.everybody().page(0, 1), presence.shown(Audience.PUBLIC)::containsKey)
            .departments();
    return Cacheable.answer(
        request,
        new DepartmentsAnswer(
            directory.departments().stream()
                .map(
                    department ->
                        new DepartmentAnswer(
                            department.id().value(),
                            department.name().text(language.locale()),
                            people.getOrDefault(department.id(), 0)))
                .toList()));
  }

  /** All departments. */
  @Schema(name = "Departments")
  public record DepartmentsAnswer(List<DepartmentAnswer> departments) {}

  /** One department. */
  @Schema(name = "Department")
  public record DepartmentAnswer(String id, String name, int people) {}
}
