package org.visavis.web.api;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentCycleException;
import org.visavis.directory.Directory;
import org.visavis.directory.Topic;
import org.visavis.directory.exchange.CsvNames;
import org.visavis.web.guard.Problem;
import org.visavis.web.identity.Role;
import org.visavis.web.wiring.Transactions;

/** Departments and topics with their names, synonyms, parents and leads, as tables. */
@RequestScoped
@Path("admin")
@RolesAllowed(Role.ADMIN_NAME)
@SecurityRequirement(name = "bearer")
@Tag(name = "Administration")
public class VocabularyResource {

  private static final String CSV = "text/csv";
  private static final String PROBLEM = "application/problem+json";

  @Inject private Directory directory;
  @Inject private Transactions transactions;

  /** Answers all departments. */
  @GET
  @Path("departments")
  @Produces({CSV, MediaType.APPLICATION_JSON})
  @Operation(summary = "All departments in a table that can be sent back")
  @APIResponse(
      responseCode = "200",
      description = "The table",
      content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
  public Response departments() throws IOException {
    StringBuilder file = new StringBuilder();
    CsvNames.writeDepartments(directory.departments(), file);
    return table(file, "departments");
  }

  /** Answers all topics. */
  @GET
  @Path("topics")
  @Produces({CSV, MediaType.APPLICATION_JSON})
  @Operation(summary = "All topics in a table that can be sent back")
  @APIResponse(
      responseCode = "200",
      description = "The table",
      content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
  public Response topics() throws IOException {
    StringBuilder file = new StringBuilder();
    CsvNames.writeTopics(directory.topics(), file);
    return table(file, "topics");
  }

  private static Response table(StringBuilder file, String name) {
    return Response.ok(file.toString(), CSV + ";charset=utf-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + ".csv\"")
        .build();
  }

  /** Creates or replaces the departments of a table. */
  @PUT
  @Path("departments")
  @Consumes(CSV)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Create or replace the departments of a table",
      description =
          "Columns id, name or name.de, name.en …, synonyms.de …, parent, lead. Departments that are"
              + " not in it stay. One broken row refuses the table.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
  @APIResponse(
      responseCode = "200",
      description = "What was done, or with dryRun would be done",
      content = @Content(schema = @Schema(implementation = VocabularyAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description = "A row is broken, or departments would lie within each other",
      content = @Content(mediaType = PROBLEM))
  public VocabularyAnswer replaceDepartments(
      @Parameter(description = "true: only the report, nothing is changed")
          @QueryParam("dryRun")
          @DefaultValue("false")
          String dryRun,
      InputStream file) {
    boolean dry = ImportResource.isTrue(dryRun);
    List<Department> departments = read(file, CsvNames::departments);
    VocabularyAnswer answer =
        VocabularyAnswer.of(
            departments,
            one -> directory.findDepartment(one.id()).isPresent(),
            one -> directory.findDepartment(one.id()).filter(one::equals).isPresent(),
            dry);
    if (!dry) {
      try {
        transactions.run(() -> directory.saveDepartments(departments));
      } catch (DepartmentCycleException e) {
        throw unreadable(String.valueOf(e.getMessage()));
      }
    }
    return answer;
  }

  /** Creates or replaces the topics of a table. */
  @PUT
  @Path("topics")
  @Consumes(CSV)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Create or replace the topics of a table",
      description =
          "Columns id, name or name.de, name.en …, synonyms.de …. Topics that are not in it stay. One"
              + " broken row refuses the table.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = CSV, schema = @Schema(implementation = String.class)))
  @APIResponse(
      responseCode = "200",
      description = "What was done, or with dryRun would be done",
      content = @Content(schema = @Schema(implementation = VocabularyAnswer.class)))
  @APIResponse(
      responseCode = "422",
      description = "A row is broken",
      content = @Content(mediaType = PROBLEM))
  public VocabularyAnswer replaceTopics(
      @Parameter(description = "true: only the report, nothing is changed")
          @QueryParam("dryRun")
          @DefaultValue("false")
          String dryRun,
      InputStream file) {
    boolean dry = ImportResource.isTrue(dryRun);
    List<Topic> topics = read(file, CsvNames::topics);
    VocabularyAnswer answer =
        VocabularyAnswer.of(
            topics,
            one -> directory.findTopic(one.id()).isPresent(),
            one -> directory.findTopic(one.id()).filter(one::equals).isPresent(),
            dry);
    if (!dry) {
      transactions.run(() -> directory.saveTopics(topics));
    }
    return answer;
  }

  private static <T> List<T> read(InputStream file, Function<InputStream, List<T>> reading) {
    try {
      return reading.apply(file);
    } catch (IllegalArgumentException e) {
      throw unreadable(String.valueOf(e.getMessage()));
    }
  }

  private static ProblemException unreadable(String detail) {
    return new ProblemException(
        Problem.of(422, "unreadable-file", "Nothing was taken from this file", detail));
  }

  /** What a table does to the vocabulary. */
  @Schema(name = "VocabularyReport")
  public record VocabularyAnswer(boolean dryRun, long created, long changed, long unchanged) {

    static <T> VocabularyAnswer of(
        Collection<T> said, Predicate<T> known, Predicate<T> equal, boolean dryRun) {
      long there = said.stream().filter(known).count();
      long same = said.stream().filter(equal).count();
      return new VocabularyAnswer(dryRun, said.size() - there, there - same, same);
    }
  }
}
