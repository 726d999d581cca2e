package org.visavis.web.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.visavis.presence.CalendarId;
import org.visavis.presence.CalendarRule;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.Status;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;

/**
 * A calendar as it was typed. Immutable.
 *
 * @param id which one is changed; empty for a new one
 * @param name what the employee calls it
 * @param address where it is fetched from; empty for one that is uploaded
 * @param rules what its events mean
 */
public record CalendarForm(String id, String name, String address, List<RuleRow> rules) {

  /** How many empty rows for rules are offered. */
  private static final int SPARE_ROWS = 2;

  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_ADDRESS = 2_000;
  private static final int LONGEST_WORDS = 100;

  /** Copies what comes in. */
  public CalendarForm {
    rules = List.copyOf(rules);
  }

  /**
   * What an event means.
   *
   * @param contains what its title contains
   * @param status the code of what the employee is doing then
   */
  public record RuleRow(String contains, String status) {}

  static CalendarForm empty() {
    return new CalendarForm("", "", "", List.of());
  }

  static CalendarForm from(HttpServletRequest request) {
    List<RuleRow> rules = new ArrayList<>();
    for (int row = 0; row < CalendarRule.MAX_RULES + SPARE_ROWS; row++) {
      String contains = OwnPageServlet.typed(request, "contains-" + row);
      if (!contains.isEmpty()) {
        rules.add(new RuleRow(contains, OwnPageServlet.typed(request, "means-" + row)));
      }
    }
    return new CalendarForm(
        OwnPageServlet.typed(request, "id"),
        OwnPageServlet.typed(request, "name"),
        OwnPageServlet.typed(request, "address"),
        rules);
  }

  static CalendarForm of(CalendarSubscription calendar) {
    return new CalendarForm(
        calendar.calendar().value(),
        calendar.name(),
        calendar.address().map(URI::toString).orElse(""),
        calendar.rules().stream()
            .map(rule -> new RuleRow(rule.contains(), rule.status().code()))
            .toList());
  }

  /** Answers the rows that the page shows, some empty ones at the end. */
  List<RuleRow> shownRows() {
    return Stream.concat(
            rules.stream(),
            Stream.generate(() -> new RuleRow("", Status.ON_HOLIDAY.code())).limit(SPARE_ROWS))
        .toList();
  }

  /** Answers what is wrong with the words; whether the address can be fetched shows later. */
  List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    if (name.isEmpty()) {
      errors.add(FieldError.of("name", "error.calendar-name"));
    } else if (name.length() > LONGEST_NAME) {
      errors.add(new FieldError("name", Phrase.of("error.too-long", LONGEST_NAME)));
    }
    if (!address.isEmpty() && uri().isEmpty()) {
      errors.add(FieldError.of("address", "error.calendar-address"));
    }
    for (int row = 0; row < rules.size(); row++) {
      if (rules.get(row).contains().length() > LONGEST_WORDS) {
        errors.add(new FieldError("contains-" + row, Phrase.of("error.too-long", LONGEST_WORDS)));
      }
      if (status(rules.get(row).status()).isEmpty()) {
        errors.add(FieldError.of("means-" + row, "error.status"));
      }
    }
    if (rules.size() > CalendarRule.MAX_RULES) {
      errors.add(new FieldError("contains-0", Phrase.of("error.too-many", CalendarRule.MAX_RULES)));
    }
    return errors;
  }

  /**
   * Answers the calendar to bring in.
   *
   * @throws java.util.NoSuchElementException when something is wrong with the form
   */
  CalendarSubscription toCalendar(CalendarId own) {
    return CalendarSubscription.of(
        own,
        name,
        uri(),
        rules.stream()
            .map(row -> new CalendarRule(row.contains(), status(row.status()).orElseThrow()))
            .toList());
  }

  /** Calendars are often offered under a scheme of their own, which is https all the same. */
  private Optional<URI> uri() {
    String https = address.replaceFirst("(?i)^webcals?:", "https:");
    if (https.isEmpty() || https.length() > LONGEST_ADDRESS) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(https);
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      return Optional.of(uri)
          .filter(any -> scheme.startsWith("http"))
          .filter(any -> uri.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Status> status(String code) {
    return Stream.of(Status.values())
        .filter(status -> status != Status.UNKNOWN && status.code().equals(code))
        .findFirst();
  }

  /** Keeps the address out of logs: it may hold a secret. */
  @Override
  public String toString() {
    return "CalendarForm[" + id + "]";
  }
}
