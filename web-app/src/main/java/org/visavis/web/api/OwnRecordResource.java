package org.visavis.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.web.identity.Identity;
import org.visavis.web.identity.Role;
import org.visavis.web.pages.Records;

/** Tells the person who asks all that the directory knows of him or her. */
@RequestScoped
@Path("me/record")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.EMPLOYEE_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Own profile")
public class OwnRecordResource {

  @Inject private Directory directory;
  @Inject private Identity identity;
  @Inject private Records records;

  /** Answers the record. */
  @GET
  @Operation(
      summary = "All that the directory knows of you (GDPR, article 15)",
      description = "Who may see what since when and on what basis is among it.")
  @APIResponse(
      responseCode = "200",
      description = "The record",
      content = @Content(mediaType = MediaType.APPLICATION_JSON))
  @APIResponse(
      responseCode = "404",
      description = "The account's person is no longer in the directory",
      content = @Content(mediaType = "application/problem+json"))
  public Response own() {
    Employee me =
        directory.find(identity.requireEmployee()).orElseThrow(ProblemException::unknownPerson);
    return ExportResource.file(me, records.own(me));
  }
}
