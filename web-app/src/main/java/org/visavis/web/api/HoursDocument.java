package org.visavis.web.api;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.visavis.presence.WeekCycle;
import org.visavis.presence.WorkingHours;

/**
 * Working hours, both as people write them and in parts. Whoever sets them says one of the two, or
 * both alike.
 *
 * @param timeZone where the clock hangs
 * @param hours as people write them
 * @param weeks the same in parts
 */
@Schema(name = "Hours")
public record HoursDocument(
    @Schema(required = true, examples = "Europe/Berlin") String timeZone,
    @Schema(
            examples = "Mon-Thu 08:30-12:30 13:00-17:00, Fri 09:00-14:00",
            description = "As people write them; docs/presence.md tells all of it")
        String hours,
    @Schema(description = "The same in parts") Weeks weeks) {

  static HoursDocument of(WorkingHours hours) {
    return new HoursDocument(
        hours.zone().getId(),
        hours.text(),
        new Weeks(
            hours.cycle().weeks(),
            hours.cycle().anchor().map(LocalDate::toString).orElse(null),
            hours.spans().stream()
                .map(
                    span ->
                        new Span(
                            span.week(),
                            span.day().name().toLowerCase(Locale.ROOT),
                            span.start().toString(),
                            span.end().toString()))
                .toList(),
            hours.exceptions().entrySet().stream()
                .map(
                    day ->
                        new OtherDay(
                            day.getKey().toString(),
                            day.getValue().stream()
                                .map(
                                    times ->
                                        new Times(times.start().toString(), times.end().toString()))
                                .toList()))
                .toList()));
  }

  /** Reads working hours; empty when something in them is wrong, which the body then knows. */
  static Optional<WorkingHours> read(JsonBody body) {
    Optional<ZoneId> zone = body.requireValue("timeZone", ZoneId::of);
    ZoneId where = zone.orElse(ZoneId.of("UTC"));
    Optional<WorkingHours> written = body.value("hours", text -> WorkingHours.parse(where, text));
    Optional<JsonBody> weeks = body.object("weeks");
    if (weeks.isEmpty()) {
      body.requireText("hours");
      return written;
    }
    Optional<WorkingHours> inParts = weeks.flatMap(parts -> weeks(where, parts));
    if (written.isPresent() && inParts.isPresent() && !written.equals(inParts)) {
      body.wrong("weeks", "says something else than hours; say one of the two");
    }
    return inParts;
  }

  private static Optional<WorkingHours> weeks(ZoneId zone, JsonBody body) {
    Optional<Integer> repeat = body.number("repeat");
    Optional<LocalDate> from = body.value("from", PresenceWishes::day);
    List<WorkingHours.Span> spans = new ArrayList<>();
    for (JsonBody span : body.objects("spans")) {
      int week = span.number("week").orElse(0);
      Optional<DayOfWeek> day = span.requireValue("day", HoursDocument::weekday);
      times(span)
          .ifPresent(
              times ->
                  day.ifPresent(
                      on ->
                          add(
                              span,
                              "week",
                              () ->
                                  spans.add(
                                      new WorkingHours.Span(
                                          week, on, times.start(), times.end())))));
    }
    SortedMap<LocalDate, List<WorkingHours.Times>> exceptions = new TreeMap<>();
    for (JsonBody exception : body.objects("exceptions")) {
      Optional<LocalDate> date = exception.requireValue("date", PresenceWishes::day);
      List<WorkingHours.Times> times =
          exception.objects("times").stream().flatMap(each -> times(each).stream()).toList();
      date.ifPresent(on -> exceptions.put(on, times));
    }
    try {
      return Optional.of(
          new WorkingHours(zone, spans, new WeekCycle(repeat.orElse(1), from), exceptions));
    } catch (IllegalArgumentException e) {
      body.wrong("spans", String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private static void add(JsonBody body, String field, Runnable action) {
    try {
      action.run();
    } catch (IllegalArgumentException e) {
      body.wrong(field, String.valueOf(e.getMessage()));
    }
  }

  private static Optional<WorkingHours.Times> times(JsonBody body) {
    Optional<LocalTime> start = body.requireValue("start", HoursDocument::time);
    Optional<LocalTime> end = body.requireValue("end", HoursDocument::time);
    return start.isEmpty() || end.isEmpty()
        ? Optional.empty()
        : Optional.of(new WorkingHours.Times(start.get(), end.get()));
  }

  private static DayOfWeek weekday(String text) {
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.name().equalsIgnoreCase(text.strip())) {
        return day;
      }
    }
    throw new IllegalArgumentException("is a day from monday to sunday");
  }

  private static LocalTime time(String text) {
    try {
      LocalTime time = LocalTime.parse(text.strip().equals("24:00") ? "00:00" : text.strip());
      if (time.getSecond() == 0 && time.getNano() == 0) {
        return time;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw new IllegalArgumentException("is a time of day such as 08:30");
  }

  /**
   * Working hours in parts.
   *
   * @param repeat after how many weeks they repeat
   * @param from the first week of a rotation
   * @param spans what is worked
   * @param exceptions the days that are otherwise
   */
  @Schema(name = "Weeks")
  public record Weeks(
      @Schema(
              description =
                  "After how many weeks they repeat: 1 for every week alike; 2 without from for odd"
                      + " (1) and even (2) calendar weeks; 2 to 12 with from",
              defaultValue = "1")
          int repeat,
      @Schema(description = "A day of the first week of a rotation", nullable = true)
          @Nullable String from,
      List<Span> spans,
      List<OtherDay> exceptions) {}

  /** What is worked on a day of the week. */
  @Schema(name = "HoursSpan")
  public record Span(
      @Schema(
              description = "The week of the rotation, from 1; 0 for every week",
              defaultValue = "0")
          int week,
      @Schema(
              required = true,
              enumeration = {
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday"
              })
          String day,
      @Schema(required = true, examples = "08:30") String start,
      @Schema(
              required = true,
              examples = "12:30",
              description = "One that is not after start lies on the next day")
          String end) {}

  /** A single day that is otherwise. */
  @Schema(name = "HoursException")
  public record OtherDay(
      @Schema(required = true, examples = "2030-12-24") String date,
      @Schema(description = "What is worked instead; empty when it is closed") List<Times> times) {}

  /** What is worked on such a day. */
  @Schema(name = "HoursTimes")
  public record Times(
      @Schema(required = true, examples = "09:00") String start,
      @Schema(required = true, examples = "12:00") String end) {}
}
