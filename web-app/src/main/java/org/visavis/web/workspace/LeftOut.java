package org.visavis.web.workspace;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.visavis.presence.calendar.CalendarProblem;
import org.visavis.presence.calendar.CalendarReader;
import org.visavis.web.jobs.CalendarReport;
import org.visavis.web.pages.Phrase;

/**
 * What was left out of a calendar at the reading that was just asked for. It is not kept: the
 * address to which the browser is led after the reading says it, by codes and numbers of lines, so
 * that the page can be loaded again. Immutable.
 *
 * @param calendar the id of the calendar; empty where nothing was left out
 * @param problems what was left out, in the order of lines
 */
record LeftOut(String calendar, List<CalendarProblem> problems) {

  /** A code and a line, such as {@code unknown-zone.12}. */
  private static final String SEPARATOR = "~";

  LeftOut {
    problems = List.copyOf(problems);
  }

  static LeftOut nothing() {
    return new LeftOut("", List.of());
  }

  static LeftOut of(CalendarReport report) {
    return report.leftOut().isEmpty()
        ? nothing()
        : new LeftOut(report.calendar().calendar().value(), report.leftOut());
  }

  /** Reads what an address says; what is no problem of a calendar is passed over. */
  static LeftOut from(HttpServletRequest request) {
    String calendar = OwnPageServlet.typed(request, "of");
    return new LeftOut(
        calendar,
        Arrays.stream(OwnPageServlet.typed(request, "left").split(SEPARATOR))
            .limit(CalendarReader.MAX_PROBLEMS)
            .flatMap(word -> problem(word).stream())
            .toList());
  }

  private static Optional<CalendarProblem> problem(String word) {
    String[] parts = word.split("\\.", -1);
    return parts.length == 2 && parts[1].matches("[0-9]{1,7}")
        ? Arrays.stream(CalendarProblem.Reason.values())
            .filter(reason -> reason.code().equals(parts[0]))
            .findFirst()
            .map(reason -> new CalendarProblem(reason, Integer.parseInt(parts[1])))
        : Optional.empty();
  }

  /** Answers what the address says of it, behind others; empty where nothing was left out. */
  String query() {
    return problems.isEmpty()
        ? ""
        : "&of="
            + calendar
            + "&left="
            + problems.stream()
                .map(problem -> problem.reason().code() + "." + problem.line())
                .collect(Collectors.joining(SEPARATOR));
  }

  /** Answers a sentence for each line of that calendar that was left out. */
  List<Phrase> of(String id) {
    return Stream.of(this)
        .filter(own -> own.calendar.equals(id))
        .flatMap(own -> own.problems.stream())
        .map(
            problem ->
                Phrase.of(
                    "calendar.left-out",
                    // As a text, because a number of a line has no thousands.
                    Integer.toString(problem.line()),
                    Phrase.of("calendar.left-out." + problem.reason().code())))
        .toList();
  }
}
