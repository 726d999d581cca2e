package org.visavis.web.guard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.visavis.web.pages.Json;

/**
 * What went wrong, for a program: a problem document (RFC 9457). Never carries a secret or what the
 * asker may not know. Immutable.
 *
 * @param type names the kind of problem, for ever the same
 * @param title what is wrong, in a few words; the same for all problems of the type
 * @param status the HTTP status
 * @param detail what to do about it; empty where the title says it all
 * @param errors what is wrong with each field; may be empty
 * @param more further members, such as alternatives; may be empty
 */
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    List<FieldProblem> errors,
    Map<String, Object> more) {

  /** The media type of a problem document. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String NONE = "about:blank";

  /** Copies what comes in. */
  public Problem {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(title, "title");
    Objects.requireNonNull(detail, "detail");
    errors = List.copyOf(errors);
    more = Map.copyOf(more);
  }

  /** Answers a problem of a type of our own. */
  public static Problem of(int status, String name, String title, String detail) {
    return new Problem("urn:visavis:problem:" + name, title, status, detail, List.of(), Map.of());
  }

  /** Answers what is to be said about a status about which nobody knows more. */
  public static Problem of(int status) {
    return new Problem(NONE, title(status), status, detail(status), List.of(), Map.of());
  }

  /** Answers this problem with another detail. */
  public Problem withDetail(String detail) {
    return new Problem(type, title, status, detail, errors, more);
  }

  /** Answers this problem with what is wrong with each field. */
  public Problem withErrors(List<FieldProblem> errors) {
    return new Problem(type, title, status, detail, errors, more);
  }

  /** Answers this problem with one more member: a text, a number, a list or a map. */
  public Problem with(String member, Object value) {
    Map<String, Object> members = new LinkedHashMap<>(more);
    members.put(member, value);
    return new Problem(type, title, status, detail, errors, members);
  }

  /** Answers the problem document. */
  public String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("type", type);
    json.put("title", title);
    json.put("status", status);
    if (!detail.isEmpty()) {
      json.put("detail", detail);
    }
    if (!errors.isEmpty()) {
      List<Map<String, String>> fields = new ArrayList<>();
      for (FieldProblem error : errors) {
        Map<String, String> field = new LinkedHashMap<>();
        field.put("field", error.field());
        field.put("detail", error.detail());
        fields.add(field);
      }
      json.put("errors", fields);
    }
    json.putAll(more);
    return Json.of(json);
  }

  private static String title(int status) {
    return switch (status) {
      case 400 -> "The request cannot be read";
      case 401 -> "Sign-in is needed";
      case 403 -> "This is not allowed";
      case 404 -> "There is nothing here";
      case 405 -> "This method is not for this address";
      case 406 -> "There is no answer of this kind";
      case 411 -> "The length of the body must be announced";
      case 413 -> "The request is too large";
      case 415 -> "This kind of content is not understood here";
      case 429 -> "Too many requests";
      case 503 -> "There is no room just now";
      default -> status >= 500 ? "Something went wrong here" : "The request cannot be answered";
    };
  }

  private static String detail(int status) {
    return switch (status) {
      case 401 -> "Ask POST /api/v1/tokens for a token and send it as Authorization: Bearer TOKEN.";
      case 403 ->
          "The account that signed in has not the role for this, or the request came from"
              + " a page of another site.";
      case 405 -> "The header Allow names the methods.";
      case 411 -> "Send Content-Length.";
      case 413 -> "A JSON document has at most 256 KiB, an imported file 16 MiB.";
      case 415 -> "Send the Content-Type that /openapi names for this address.";
      case 429, 503 -> "Try again after the seconds that the header Retry-After names.";
      default -> "";
    };
  }

  /**
   * What is wrong with one field.
   *
   * @param field its name; inner fields after a dot, such as {@code customer.email}
   * @param detail what it must be like
   */
  public record FieldProblem(String field, String detail) {}
}
