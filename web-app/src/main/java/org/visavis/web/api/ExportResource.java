package org.visavis.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.exchange.FileFormat;
import org.visavis.directory.exchange.Names;
import org.visavis.web.identity.Identity;
import org.visavis.web.identity.Role;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Records;
import org.visavis.web.wiring.Settings;

/** Gives the company its people back, and a person all that is known of him or her. */
@RequestScoped
@Path("admin/export")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Administration")
public class ExportResource {

  @Inject private Directory directory;
  @Inject private Records records;
  @Inject private Identity identity;
  @Inject private Settings settings;

  /** Answers everybody in a file. */
  @GET
  @Produces({
    "text/csv",
    "text/vcard",
    "application/jscontact+json",
    "text/x-ldif",
    "application/json"
  })
  @Operation(
      summary = "All people in a file that can be imported again",
      description =
          "Portraits, consents and what people keep up themselves are not in it. Departments and"
              + " topics have their ids in CSV, and in the others their names by Accept-Language.")
  @APIResponse(
      responseCode = "200",
      description = "The file",
      content = @Content(mediaType = "text/csv", schema = @Schema(implementation = String.class)))
  @APIResponse(
      responseCode = "400",
      description = "A parameter is not understood",
      content = @Content(mediaType = "application/problem+json"))
  public Response everybody(
      @Parameter(description = "csv, vcard, jscontact or ldif")
          @QueryParam("format")
          @DefaultValue("csv")
          String format,
      @HeaderParam("Accept-Language") @Nullable String accepted)
      throws IOException {
    FileFormat wanted = format(format);
    Names names =
        Names.of(directory, PeopleResource.spoken(accepted, Language.EN).locale())
            .within(settings.organisation());
    StringBuilder file = new StringBuilder();
    wanted.write(directory.everybody(), names, file);
    records.noteEverybody(identity.require().account());
    return Response.ok(file.toString(), wanted.mediaType() + ";charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"people." + wanted.ending() + "\"")
        .build();
  }

  /** Answers all that is known of one person. */
  @GET
  @Path("{id}")
  @Operation(
      summary = "All that the directory knows of one person (GDPR, article 15)",
      description =
          "Who may see what since when and on what basis is among it. The server's log notes who has"
              + " asked for whom.")
  @APIResponse(
      responseCode = "200",
      description = "The record",
      content = @Content(mediaType = MediaType.APPLICATION_JSON))
  @APIResponse(
      responseCode = "404",
      description = "There is no such person",
      content = @Content(mediaType = "application/problem+json"))
  public Response person(@PathParam("id") String id) {
    Employee person =
        employee(id).flatMap(directory::find).orElseThrow(ProblemException::unknownPerson);
    return file(person, records.toAdministrator(person, identity.require().account()));
  }

  static Response file(Employee person, String json) {
    return Response.ok(json, MediaType.APPLICATION_JSON_TYPE.withCharset("utf-8"))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + person.id() + ".json\"")
        .build();
  }

  /** An administrator knows people by their ids, not by what the public calls them. */
  static Optional<EmployeeId> employee(String id) {
    try {
      return Optional.of(EmployeeId.of(id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static FileFormat format(String code) {
    try {
      return FileFormat.from(code);
    } catch (IllegalArgumentException e) {
      throw ProblemException.parameter("format", String.valueOf(e.getMessage()));
    }
  }
}
