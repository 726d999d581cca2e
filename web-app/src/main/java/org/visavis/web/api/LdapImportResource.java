package org.visavis.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Basis;
import org.visavis.directory.exchange.LdapAccessException;
import org.visavis.directory.exchange.LdapServer;
import org.visavis.web.admin.LdapImport;
import org.visavis.web.admin.LdapRun;
import org.visavis.web.api.ImportResource.ReportAnswer;
import org.visavis.web.guard.Problem;
import org.visavis.web.identity.Role;

/** Brings people in from the directory server that the settings name. */
@RequestScoped
@Path("admin/import/ldap")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Administration")
public class LdapImportResource {

  private static final int BAD_GATEWAY = 502;

  @Inject private LdapImport ldap;

  /** Answers which server is read, and what came of it last. */
  @GET
  @Operation(summary = "The directory server, and what came of the last import from it")
  @APIResponse(
      responseCode = "200",
      description = "The server; never its password",
      content = @Content(schema = @Schema(implementation = LdapAnswer.class)))
  @APIResponse(
      responseCode = "404",
      description = "The settings name no directory server",
      content = @Content(mediaType = "application/problem+json"))
  public LdapAnswer state() {
    LdapServer server = server();
    return new LdapAnswer(
        server.host() + ":" + server.port(),
        server.base(),
        ldap.pause().map(Duration::toMinutes).orElse(0L),
        ldap.lastRun().map(RunAnswer::of).orElse(null));
  }

  /** Reads everybody and imports. */
  @POST
  @Operation(
      summary = "Bring people in from the directory server",
      description =
          "Reads everybody there. What people keep up themselves is not overwritten. With the"
              + " fingerprint of a dry run, only exactly what that one said is done. After the"
              + " first import the schedule, if there is one, takes over who changes.")
  @APIResponse(
      responseCode = "200",
      description = "What was done, or with dryRun would be done",
      content = @Content(schema = @Schema(implementation = ReportAnswer.class)))
  @APIResponse(
      responseCode = "404",
      description = "The settings name no directory server",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "409",
      description = "Something has changed since the dry run with that fingerprint",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "502",
      description = "The directory server cannot be read",
      content = @Content(mediaType = "application/problem+json"))
  public ReportAnswer importAll(
      @Parameter(description = "true: only the report, nothing is changed")
          @QueryParam("dryRun")
          @DefaultValue("false")
          String dryRun,
      @Parameter(description = "The legal basis, as for files")
          @QueryParam("legalBasis")
          @DefaultValue("")
          String legalBasis,
      @Parameter(description = "fingerprint of a dry run; nothing is done if it no longer holds")
          @QueryParam("fingerprint")
          @DefaultValue("")
          String fingerprint) {
    boolean dry = ImportResource.isTrue(dryRun);
    Optional<Basis> basis = ImportResource.basis(legalBasis);
    server();
    try {
      return dry
          ? ReportAnswer.of(ldap.plan(basis), true)
          : ldap.apply(basis, ImportResource.looked(fingerprint))
              .map(done -> ReportAnswer.of(done, false))
              .orElseThrow(ImportResource::outdated);
    } catch (LdapAccessException e) {
      throw new ProblemException(
          Problem.of(
              BAD_GATEWAY,
              "ldap-unreachable",
              "The directory server cannot be read",
              String.valueOf(e.getMessage())));
    }
  }

  private LdapServer server() {
    return ldap.server()
        .orElseThrow(
            () ->
                new ProblemException(
                    Problem.of(404).withDetail("The settings name no directory server.")));
  }

  /** The directory server. */
  @Schema(name = "DirectoryServer")
  public record LdapAnswer(
      @Schema(description = "Its name and port") String server,
      @Schema(description = "Below what the people lie there") String base,
      @Schema(description = "How often the schedule reads it; 0 for never") long minutes,
      @Schema(nullable = true) @Nullable RunAnswer lastImport) {}

  /** What came of the last import. */
  @Schema(name = "DirectoryServerImport")
  public record RunAnswer(
      @Schema(format = "date-time") String endedAt,
      @Schema(description = "Whether the schedule began it") boolean scheduled,
      int read,
      int created,
      int changed,
      int unchanged,
      int refused,
      @Schema(nullable = true, description = "Why the server could not be read")
          @Nullable String failure) {

    static RunAnswer of(LdapRun run) {
      return new RunAnswer(
          run.endedAt().atOffset(ZoneOffset.UTC).toString(),
          run.scheduled(),
          run.read(),
          run.created(),
          run.changed(),
          run.unchanged(),
          run.refused(),
          run.failure().orElse(null));
    }
  }
}
