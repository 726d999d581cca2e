package org.visavis.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
import org.visavis.directory.Basis;
import org.visavis.directory.Department;
import org.visavis.directory.Employee;
import org.visavis.directory.ImportPlan;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.Topic;
import org.visavis.directory.exchange.ColumnMapping;
import org.visavis.directory.exchange.FileFormat;
import org.visavis.directory.exchange.JsContacts;
import org.visavis.web.admin.Imports;
import org.visavis.web.guard.Problem;
import org.visavis.web.identity.Role;

/** Brings people in from a file. */
@RequestScoped
@Path("admin/import")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.ADMIN_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Administration")
public class ImportResource {

  private static final String CSV = "text/csv";
  private static final String VCARD = "text/vcard";
  private static final String LDIF = "text/x-ldif";

  @Inject private Imports imports;

  /** Imports a CSV file that is the body. */
  @POST
  @Consumes({CSV, VCARD, JsContacts.MEDIA_TYPE, LDIF})
  @Operation(
      summary = "Bring people in from CSV, vCard, JSContact or LDIF",
      description =
          "A broken entry is refused with its line and reason, and the others are taken. The body"
              + " is the file, its media type the format; or multipart/form-data with the file as"
              + " file, whose name ends in csv, vcf, json or ldif. What people keep up themselves"
              + " is not overwritten. With the fingerprint of a dry run, only exactly what that one"
              + " said is done. Importing the same file again changes nothing.")
  @RequestBody(
      required = true,
      content = {
        @Content(mediaType = CSV, schema = @Schema(implementation = String.class)),
        @Content(mediaType = VCARD, schema = @Schema(implementation = String.class)),
        @Content(mediaType = JsContacts.MEDIA_TYPE),
        @Content(mediaType = LDIF, schema = @Schema(implementation = String.class)),
        @Content(
            mediaType = MediaType.MULTIPART_FORM_DATA,
            schema = @Schema(implementation = Upload.class))
      })
  @APIResponse(
      responseCode = "200",
      description = "What was done, or with dryRun would be done",
      content = @Content(schema = @Schema(implementation = ReportAnswer.class)))
  @APIResponse(
      responseCode = "409",
      description = "The directory has changed since the dry run with that fingerprint",
      content = @Content(mediaType = "application/problem+json"))
  @APIResponse(
      responseCode = "422",
      description = "Nothing at all can be read from the file",
      content = @Content(mediaType = "application/problem+json"))
  public ReportAnswer importBody(
      @Parameter(description = "true: only the report, nothing is changed")
          @QueryParam("dryRun")
          @DefaultValue("false")
          String dryRun,
      @Parameter(
              description =
                  "The legal basis on which everything of new people is published, at most 500"
                      + " characters. Without it they appear with given name, roles, topics and"
                      + " channels alone until they disclose more.")
          @QueryParam("legalBasis")
          @DefaultValue("")
          String legalBasis,
      @Parameter(description = "fingerprint of a dry run; nothing is done if it no longer holds")
          @QueryParam("fingerprint")
          @DefaultValue("")
          String fingerprint,
      @HeaderParam("Content-Type") String type,
      InputStream file) {
    return take(file, format(type), isTrue(dryRun), basis(legalBasis), fingerprint);
  }

  /** Imports a file that is a part of a form. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(hidden = true)
  public ReportAnswer importPart(
      @QueryParam("dryRun") @DefaultValue("false") String dryRun,
      @QueryParam("legalBasis") @DefaultValue("") String legalBasis,
      @QueryParam("fingerprint") @DefaultValue("") String fingerprint,
      List<EntityPart> parts)
      throws IOException {
    boolean dry = isTrue(dryRun);
    Optional<Basis> basis = basis(legalBasis);
    for (EntityPart part : parts) {
      if (part.getName().equals("file")) {
        try (InputStream file = part.getContent()) {
          FileFormat format = FileFormat.ofFile(part.getFileName().orElse(""));
          return take(file, format, dry, basis, fingerprint);
        }
      }
    }
    throw ProblemException.field("file", "is needed");
  }

  private static FileFormat format(String type) {
    String plain = type.replaceFirst(";.*", "").strip();
    return Arrays.stream(FileFormat.values())
        .filter(format -> format.mediaType().equalsIgnoreCase(plain))
        .findFirst()
        .orElse(FileFormat.CSV);
  }

  private ReportAnswer take(
      InputStream file,
      FileFormat format,
      boolean dryRun,
      Optional<Basis> basis,
      String fingerprint) {
    ImportedPeople people = format.read(file, ColumnMapping.byName());
    if (people.rowsRead() == 0 && !people.refused().isEmpty()) {
      ImportedPeople.Refusal refusal = people.refused().get(0);
      throw new ProblemException(
          Problem.of(
              422,
              "unreadable-file",
              "Nothing can be read from this file",
              "Line " + refusal.line() + ": " + refusal.detail()));
    }
    return dryRun
        ? ReportAnswer.of(imports.plan(people, basis), true)
        : imports
            .apply(people, basis, looked(fingerprint))
            .map(done -> ReportAnswer.of(done, false))
            .orElseThrow(ImportResource::outdated);
  }

  static Optional<String> looked(String fingerprint) {
    return fingerprint.isEmpty() ? Optional.empty() : Optional.of(fingerprint);
  }

  static ProblemException outdated() {
    return new ProblemException(
        Problem.of(
            409,
            "plan-outdated",
            "The directory has changed since the dry run",
            "Nothing was imported; please look at a new dry run."));
  }

  static Optional<Basis> basis(String stated) {
    if (stated.strip().length() > Basis.MAX_LENGTH) {
      throw ProblemException.parameter(
          "legalBasis", "has at most " + Basis.MAX_LENGTH + " characters");
    }
    return stated.isBlank() ? Optional.empty() : Optional.of(Basis.stated(stated));
  }

  static boolean isTrue(String dryRun) {
    return switch (dryRun) {
      case "true" -> true;
      case "false" -> false;
      default -> throw ProblemException.parameter("dryRun", "is true or false");
    };
  }

  /** A form with a file. */
  @Schema(name = "Upload")
  public record Upload(
      @Schema(
              required = true,
              type = org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING,
              format = "binary")
          String file) {}

  /** What came of a file. */
  @Schema(name = "ImportReport")
  public record ReportAnswer(
      boolean dryRun,
      int rowsRead,
      @Schema(description = "Ids of people who are new") List<String> created,
      @Schema(description = "Ids of people who are known and differ") List<String> changed,
      @Schema(description = "How many people are known and equal") int unchanged,
      @Schema(description = "Ids of departments that are new") List<String> departments,
      @Schema(description = "Ids of topics that are new") List<String> topics,
      List<RefusedRow> refused,
      @Schema(description = "Columns that were passed over") List<String> ignored,
      @Schema(description = "What people keep up themselves and the file has otherwise")
          List<KeptParts> kept,
      @Schema(
              description =
                  "Ids of people who would be shown without a name: no given name, no surname disclosed")
          List<String> nameless,
      @Schema(description = "Names this report, so that only what it says is done")
          String fingerprint) {

    static ReportAnswer of(ImportPlan plan, boolean dryRun) {
      return new ReportAnswer(
          dryRun,
          plan.rowsRead(),
          plan.created().stream().map(Employee::id).map(Object::toString).toList(),
          plan.changed().stream().map(Employee::id).map(Object::toString).toList(),
          plan.unchanged(),
          plan.departments().stream().map(Department::id).map(Object::toString).toList(),
          plan.topics().stream().map(Topic::id).map(Object::toString).toList(),
          plan.refused().stream().map(RefusedRow::of).toList(),
          plan.ignored(),
          plan.kept().stream().map(KeptParts::of).toList(),
          Imports.nameless(plan).stream().map(Object::toString).toList(),
          plan.fingerprint());
    }
  }

  /** What of a person is not overwritten. */
  @Schema(name = "KeptParts")
  public record KeptParts(
      String id, @Schema(description = "Such as about or title") List<String> parts) {

    static KeptParts of(ImportPlan.Kept kept) {
      return new KeptParts(
          kept.id().value(),
          kept.parts().stream().map(ImportedPeople.Part::code).sorted().toList());
    }
  }

  /** A row that was not taken. */
  @Schema(name = "RefusedRow")
  public record RefusedRow(
      @Schema(description = "The line where the row begins, from 1") int line,
      @Schema(nullable = true) @Nullable String column,
      @Schema(
              enumeration = {
                "missing",
                "duplicate-id",
                "malformed",
                "too-long",
                "wrong-number-of-cells",
                "unreadable",
                "empty",
                "too-large",
                "no-text"
              })
          String reason,
      String detail) {

    static RefusedRow of(ImportedPeople.Refusal refusal) {
      return new RefusedRow(
          refusal.line(),
          refusal.column().orElse(null),
          refusal.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          refusal.detail());
    }
  }
}
