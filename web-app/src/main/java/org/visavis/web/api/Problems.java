package org.visavis.web.api;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.UnknownEmployeeException;
import org.visavis.routing.IdempotencyConflictException;
import org.visavis.routing.UnknownRequestException;
import org.visavis.web.guard.Problem;
import org.visavis.web.guard.RateLimit;
import org.visavis.web.identity.NotSignedInException;
import org.visavis.web.jobs.CalendarRefusedException;
import org.visavis.web.jobs.TooManyReadingsException;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Site;

/** Answers all that is thrown as problem documents. */
final class Problems {

  private static final System.Logger LOG = System.getLogger(Problems.class.getName());
  private static final List<String> KEPT =
      List.of(HttpHeaders.ALLOW, HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.RETRY_AFTER);

  private Problems() {}

  static Response tooOften(Duration wait) {
    return builder(Problem.of(429))
        .header(HttpHeaders.RETRY_AFTER, RateLimit.retryAfter(wait))
        .build();
  }

  static Response answer(Problem problem) {
    return builder(problem).build();
  }

  private static Response.ResponseBuilder builder(Problem problem) {
    return Response.status(problem.status())
        .type(Problem.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(problem.json().getBytes(StandardCharsets.UTF_8));
  }

  /** For a problem that is known already. */
  @Provider
  public static class Known implements ExceptionMapper<ProblemException> {
    @Override
    public Response toResponse(ProblemException e) {
      return answer(e.problem());
    }
  }

  /** For what the server refuses by itself, and what resources refuse by a status. */
  @Provider
  public static class ByStatus implements ExceptionMapper<WebApplicationException> {
    @Override
    public Response toResponse(WebApplicationException e) {
      Response refused = e.getResponse();
      Problem problem = Problem.of(refused.getStatus());
      @Nullable String message = e.getMessage();
      boolean own =
          e.getCause() == null && message != null && !message.matches("(HTTP |RESTEASY).*");
      Response.ResponseBuilder answer =
          builder(own && refused.getStatus() < 500 ? problem.withDetail(message + ".") : problem);
      for (String header : KEPT) {
        @Nullable String value = refused.getHeaderString(header);
        if (value != null) {
          answer.header(header, value);
        }
      }
      return answer.build();
    }
  }

  /** For a body that is no JSON, or JSON of another form. */
  @Provider
  public static class Unreadable implements ExceptionMapper<ProcessingException> {
    @Override
    public Response toResponse(ProcessingException e) {
      return unreadable();
    }
  }

  /** For a body that is no JSON. */
  @Provider
  public static class NoJson implements ExceptionMapper<JsonException> {
    @Override
    public Response toResponse(JsonException e) {
      return unreadable();
    }
  }

  /** For JSON of another form. */
  @Provider
  public static class OtherJson implements ExceptionMapper<JsonbException> {
    @Override
    public Response toResponse(JsonbException e) {
      return unreadable();
    }
  }

  private static Response unreadable() {
    return answer(Problem.of(400).withDetail("The body is not the JSON that is expected here."));
  }

  /** For what nobody expected: it is told in the log alone, under a reference. */
  @Provider
  public static class Unexpected implements ExceptionMapper<RuntimeException> {
    @Override
    public Response toResponse(RuntimeException e) {
      String reference = UUID.randomUUID().toString().substring(0, 8);
      LOG.log(ERROR, "Error " + reference + " in the API", e);
      return answer(Problem.of(500).with("reference", reference));
    }
  }

  /** For a request that is not there. */
  @Provider
  public static class NoRequest implements ExceptionMapper<UnknownRequestException> {
    @Override
    public Response toResponse(UnknownRequestException e) {
      return answer(ProblemException.unknownRequest().problem());
    }
  }

  /** For a person who is not there. */
  @Provider
  public static class NoPerson implements ExceptionMapper<UnknownEmployeeException> {
    @Override
    public Response toResponse(UnknownEmployeeException e) {
      return answer(ProblemException.unknownPerson().problem());
    }
  }

  /** For an idempotency key that was used for something else. */
  @Provider
  public static class UsedKey implements ExceptionMapper<IdempotencyConflictException> {
    @Override
    public Response toResponse(IdempotencyConflictException e) {
      return answer(
          Problem.of(
              422,
              "idempotency-key-reused",
              "This key was used for something else",
              "Send a new Idempotency-Key with a new request."));
    }
  }

  /** For a calendar that is not taken. */
  @Provider
  public static class NoCalendar implements ExceptionMapper<CalendarRefusedException> {
    @Inject private Site site;
    @Context private HttpHeaders headers;

    @Override
    public Response toResponse(CalendarRefusedException e) {
      String accepted = headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE);
      String reason =
          site.texts(PeopleResource.spoken(accepted, Language.EN)).of("calendar.error." + e.code());
      return answer(Problem.of(422, "calendar-" + e.code(), "The calendar is not taken", reason));
    }
  }

  /** For calendars that are read too often. */
  @Provider
  public static class TooManyReadings implements ExceptionMapper<TooManyReadingsException> {
    @Override
    public Response toResponse(TooManyReadingsException e) {
      return tooOften(e.waitFor());
    }
  }

  /** For an account that is no employee's. */
  @Provider
  public static class NoEmployee implements ExceptionMapper<NotSignedInException> {
    @Override
    public Response toResponse(NotSignedInException e) {
      return answer(Problem.of(403).withDetail("This account belongs to no employee."));
    }
  }
}
