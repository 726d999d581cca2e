package org.visavis.web.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.routing.NewRequest;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;

/**
 * What an employee typed on the page of a request. Immutable; its text form reveals nothing of it.
 *
 * @param key names this filling of the form, so that sending it twice does nothing twice
 * @param message the answer
 * @param resolves whether the answer ends the request
 * @param reason the words with which it is declined
 * @param proposed the handles of the colleagues who are proposed then, or who are asked
 * @param until a local date and time, such as {@code 2026-12-02T18:00}
 * @param other the id of another request
 */
record CareForm(
    String key,
    String message,
    boolean resolves,
    String reason,
    List<String> proposed,
    String until,
    String other) {

  /** What can be done with a request; the last segment of the address. */
  static final Set<String> VERBS =
      Set.of(
          "accept",
          "accept-beyond",
          "reply",
          "resolve",
          "snooze",
          "decline",
          "hand-over",
          "ask",
          "unask",
          "merge");

  /** The most characters of a reason. */
  static final int MAX_REASON_LENGTH = 2_000;

  private static final int MAX_KEY_LENGTH = 64;

  CareForm {
    proposed = List.copyOf(proposed);
  }

  /** Answers the form that nobody has filled in yet. */
  static CareForm empty() {
    return new CareForm(UUID.randomUUID().toString(), "", false, "", List.of(), "", "");
  }

  static CareForm from(HttpServletRequest request) {
    return new CareForm(
        text(request, "key"),
        text(request, "message"),
        text(request, "resolve").equals("true"),
        first(request, "reason", "words"),
        values(request, "person"),
        first(request, "until", "later"),
        text(request, "other"));
  }

  /** Answers what is wrong with the fields that the verb reads. */
  List<FieldError> errors(String verb) {
    if (verb.equals("reply")) {
      return errors("message", message, NewRequest.MAX_MESSAGE_LENGTH, "error.message");
    } else if (verb.equals("snooze")) {
      return localUntil().isEmpty() ? List.of(FieldError.of("until", "error.until")) : List.of();
    } else if (verb.equals("hand-over") || verb.equals("ask")) {
      List<FieldError> words =
          verb.equals("ask") || !reason.isEmpty()
              ? errors("words", reason, MAX_REASON_LENGTH, "error.reason")
              : List.of();
      return proposed.size() == 1 ? words : List.of(FieldError.of("person", "error.colleague"));
    } else if (verb.equals("decline")) {
      return errors("reason", reason, MAX_REASON_LENGTH, "error.reason");
    }
    return List.of();
  }

  /** Answers the time that was typed, where one was. */
  Optional<LocalDateTime> localUntil() {
    try {
      return until.isEmpty() ? Optional.empty() : Optional.of(LocalDateTime.parse(until));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static List<FieldError> errors(String field, String text, int most, String missing) {
    if (text.isEmpty()) {
      return List.of(FieldError.of(field, missing));
    }
    return text.length() > most
        ? List.of(new FieldError(field, Phrase.of("error.too-long", most)))
        : List.of();
  }

  /**
   * Answers the idempotency key of the message: the same words sent twice are one answer, other
   * words in the same form are another, so that none get lost.
   */
  String keyOfMessage() {
    String name = key.length() > MAX_KEY_LENGTH ? key.substring(0, MAX_KEY_LENGTH) : key;
    return UUID.nameUUIDFromBytes((name + "\n" + message).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  /** Answers the proposed colleagues; what can be nobody's handle is left out. */
  List<EmployeeId> people(Handles handles) {
    return proposed.stream().flatMap(handle -> person(handle, handles)).toList();
  }

  private static Stream<EmployeeId> person(String handle, Handles handles) {
    try {
      return Stream.of(handles.resolve(handle));
    } catch (IllegalArgumentException e) {
      return Stream.empty();
    }
  }

  /** Browsers send line ends as carriage return and line feed (HTML, form submission). */
  private static String text(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.replace("\r\n", "\n").strip();
  }

  /** Two forms of the page have such a field, and each has its own name for it. */
  private static String first(HttpServletRequest request, String one, String other) {
    String text = text(request, one);
    return text.isEmpty() ? text(request, other) : text;
  }

  private static List<String> values(HttpServletRequest request, String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? List.of() : Arrays.stream(values).distinct().limit(100).toList();
  }

  @Override
  public String toString() {
    return "CareForm[…]";
  }
}
