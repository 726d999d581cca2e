package org.visavis.web.api;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarEntry;
import org.visavis.presence.CalendarId;
import org.visavis.presence.CalendarProblem;
import org.visavis.presence.CalendarRule;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.Status;
import org.visavis.web.pages.Texts;

/** The documents in which an employee brings in calendars. */
final class CalendarDocument {

  private CalendarDocument() {}

  /**
   * Reads a calendar that has not been read yet.
   *
   * @throws ProblemException when something in it is wrong
   */
  static CalendarSubscription read(JsonBody body, CalendarId id) {
    Optional<String> name = body.requireText("name");
    Optional<URI> address = body.value("address", URI::create);
    List<CalendarRule> rules = new ArrayList<>();
    for (JsonBody rule : body.objects("rules")) {
      Optional<String> contains = rule.requireText("contains");
      Optional<Status> status = rule.requireValue("status", Status::from);
      if (contains.isPresent() && status.isPresent()) {
        try {
          rules.add(new CalendarRule(contains.get(), status.get()));
        } catch (IllegalArgumentException e) {
          rule.wrong("contains", String.valueOf(e.getMessage()));
        }
      }
    }
    body.end();
    return Checked.field(
        "name", () -> CalendarSubscription.of(id, name.orElseThrow(), address, rules));
  }

  /** All calendars. */
  @Schema(name = "Calendars")
  public record CalendarsAnswer(List<CalendarAnswer> calendars) {}

  /** One calendar. */
  @Schema(name = "Calendar")
  public record CalendarAnswer(
      String id,
      String name,
      @Schema(
              description = "Where it is fetched from; null where files are uploaded",
              nullable = true)
          @Nullable String address,
      List<RuleAnswer> rules,
      @Schema(description = "When it was asked for or uploaded last", nullable = true)
          @Nullable Instant lastFetch,
      @Schema(description = "When what counts now was read", nullable = true)
          @Nullable Instant readAt,
      @Schema(description = "Until when that counts", nullable = true) @Nullable Instant freshUntil,
      @Schema(
              description = "Whether it counts now, is too old to be believed, or was never read",
              enumeration = {"fresh", "stale", "unread"})
          String standing,
      @Schema(description = "How many busy times it has, from now on") int busyTimes,
      @Schema(description = "Why the last reading failed; null when it went well", nullable = true)
          @Nullable ReasonAnswer error,
      @Schema(description = "What was left out when it was last read")
          List<LeftOutAnswer> leftOut) {

    static CalendarAnswer of(
        CalendarSubscription calendar,
        @Nullable CalendarEntries entries,
        Texts texts,
        Instant now) {
      return new CalendarAnswer(
          calendar.calendar().value(),
          calendar.name(),
          calendar.address().map(URI::toString).orElse(null),
          calendar.rules().stream()
              .map(rule -> new RuleAnswer(rule.contains(), rule.status().code()))
              .toList(),
          calendar.lastFetch().map(People::seconds).orElse(null),
          entries == null ? null : People.seconds(entries.readAt()),
          entries == null ? null : People.seconds(entries.freshUntil()),
          standing(entries, now),
          entries == null ? 0 : entries.without(now).entries().size(),
          calendar
              .lastError()
              .map(code -> new ReasonAnswer(code, texts.of("calendar.error." + code)))
              .orElse(null),
          calendar.leftOut().stream().map(problem -> LeftOutAnswer.of(problem, texts)).toList());
    }

    private static String standing(@Nullable CalendarEntries entries, Instant now) {
      if (entries == null) {
        return "unread";
      }
      return now.isBefore(entries.freshUntil()) ? "fresh" : "stale";
    }
  }

  /** Why a calendar was not read. */
  @Schema(name = "CalendarError")
  public record ReasonAnswer(
      @Schema(description = "Such as inside, not-found, too-slow, not-a-calendar") String code,
      @Schema(description = "What to do about it, in the language asked for") String detail) {}

  /** A part that was left out. */
  @Schema(name = "LeftOut")
  public record LeftOutAnswer(
      @Schema(description = "The line of the file at which the part begins, from 1") int line,
      String code,
      String detail) {

    static LeftOutAnswer of(CalendarProblem problem, Texts texts) {
      String code = problem.reason().code();
      return new LeftOutAnswer(problem.line(), code, texts.of("calendar.left-out." + code));
    }
  }

  /** What an event means. */
  @Schema(name = "CalendarRule")
  public record RuleAnswer(
      @Schema(
              required = true,
              maxLength = 100,
              description = "What the title contains, in any case; titles are not kept")
          String contains,
      @Schema(
              required = true,
              enumeration = {"available", "busy", "away", "on-holiday", "travelling", "off-duty"})
          String status) {}

  /** A calendar to bring in. */
  @Schema(name = "CalendarWish")
  public record Wish(
      @Schema(required = true, maxLength = 100) String name,
      @Schema(
              description = "https, http or webcal; null for a calendar whose files you upload",
              nullable = true)
          @Nullable String address,
      @Schema(description = "What events mean, the first that matches; at most 50")
          List<RuleAnswer> rules) {}

  /** What a calendar says. */
  @Schema(name = "BusyTimes")
  public record TimesAnswer(List<TimeAnswer> times) {

    static TimesAnswer of(CalendarEntries entries) {
      return new TimesAnswer(entries.entries().stream().map(TimeAnswer::of).toList());
    }
  }

  /** A time about which a calendar says something: all that is kept of an event. */
  @Schema(name = "BusyTime")
  public record TimeAnswer(
      Instant start,
      Instant end,
      @Schema(enumeration = {"busy", "tentative", "out-of-office"}) String kind,
      @Schema(description = "What you are doing then, by your rules or by the kind")
          String status) {

    static TimeAnswer of(CalendarEntry entry) {
      return new TimeAnswer(
          People.seconds(entry.start()),
          People.seconds(entry.end()),
          entry.kind().code(),
          entry.meaning().code());
    }
  }
}
