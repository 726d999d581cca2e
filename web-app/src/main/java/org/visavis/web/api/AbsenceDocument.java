package org.visavis.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.directory.Label;
import org.visavis.presence.Absence;
import org.visavis.presence.AbsenceId;
import org.visavis.presence.Deputy;
import org.visavis.presence.Ramp;
import org.visavis.web.pages.Language;

/** The documents in which an employee plans absences. */
final class AbsenceDocument {

  private AbsenceDocument() {}

  /**
   * Reads an absence.
   *
   * @param usual the zone where none is named
   * @param handles know whom the absence names
   * @throws ProblemException when something in it is wrong
   */
  static Absence read(JsonBody body, AbsenceId id, ZoneId usual, Handles handles) {
    Optional<Absence.Kind> kind = body.requireValue("kind", Absence.Kind::from);
    ZoneId zone = body.value("timeZone", ZoneId::of).orElse(usual);
    Optional<LocalDate> firstDay = body.value("firstDay", PresenceWishes::day);
    Optional<LocalDate> lastDay = body.value("lastDay", PresenceWishes::day);
    boolean days = body.names("firstDay") || body.names("lastDay");
    Optional<Instant> start = body.value("start", PresenceWishes::time);
    Optional<Instant> end = body.value("end", PresenceWishes::time);
    Label note = body.value("note", Label::of).orElse(Label.empty());
    boolean notePublic = body.flag("notePublic");
    Optional<EmployeeId> deputy = body.value("deputy", handles::resolve);
    List<Integer> ramp = body.numbers("ramp");
    requireOneForm(body, days);
    body.end();
    Absence plain =
        Checked.field(
            days ? "lastDay" : "end",
            () ->
                days
                    ? Absence.ofDays(
                        id, kind.orElseThrow(), firstDay.orElseThrow(), lastDay.orElseThrow(), zone)
                    : Absence.between(
                        id, kind.orElseThrow(), start.orElseThrow(), end.orElseThrow(), zone));
    return plain
        .withNote(note, notePublic)
        .withDeputy(deputy.map(Deputy::asked))
        .withRamp(Checked.field("ramp", () -> new Ramp(ramp)));
  }

  private static void requireOneForm(JsonBody body, boolean days) {
    if (days) {
      body.requireText("firstDay");
      body.requireText("lastDay");
      if (body.names("start") || body.names("end")) {
        body.wrong("start", "is not needed beside firstDay and lastDay");
      }
    } else {
      body.requireText("start");
      body.requireText("end");
    }
  }

  /** All absences. */
  @Schema(name = "Absences")
  public record AbsencesAnswer(List<AbsenceAnswer> absences) {}

  /** One absence. */
  @Schema(name = "Absence")
  public record AbsenceAnswer(
      String id,
      @Schema(enumeration = {"holiday", "travelling", "other"}) String kind,
      Instant start,
      @Schema(description = "The instant of return") Instant end,
      String timeZone,
      @Schema(description = "Its first day, in that zone") String firstDay,
      @Schema(description = "The day of return, in that zone") String returnDay,
      String note,
      @Schema(description = "Whether others may read the note") boolean notePublic,
      @Schema(nullable = true) @Nullable DeputyAnswer deputy,
      @Schema(description = "Percent of the limit on each day after the return")
          List<Integer> ramp) {

    static AbsenceAnswer of(
        Absence absence, Handles handles, Function<EmployeeId, String> names, Language language) {
      return new AbsenceAnswer(
          absence.id().value(),
          absence.kind().code(),
          People.seconds(absence.start()),
          People.seconds(absence.end()),
          absence.zone().getId(),
          absence.firstDay().toString(),
          absence.returnDay().toString(),
          absence.note().text(language.locale()),
          absence.notePublic(),
          absence.deputy().map(deputy -> DeputyAnswer.of(deputy, handles, names)).orElse(null),
          absence.ramp().percents());
    }
  }

  /** Who stands in. */
  @Schema(name = "AskedDeputy")
  public record DeputyAnswer(
      String id,
      String displayName,
      @Schema(description = "Only the deputy can agree; customers hear of one only who has")
          boolean agreed) {

    static DeputyAnswer of(Deputy deputy, Handles handles, Function<EmployeeId, String> names) {
      return new DeputyAnswer(
          handles.of(deputy.employee()), names.apply(deputy.employee()), deputy.agreed());
    }
  }

  /** An absence to plan. */
  @Schema(
      name = "AbsenceWish",
      description = "Either whole days, from firstDay to lastDay, or start and end")
  public record Wish(
      @Schema(
              required = true,
              enumeration = {"holiday", "travelling", "other"})
          String kind,
      @Schema(format = "date") String firstDay,
      @Schema(format = "date", description = "The last day of absence") String lastDay,
      @Schema(format = "date-time") String start,
      @Schema(format = "date-time", description = "The instant of return") String end,
      @Schema(description = "Where days begin; where you work, if it is left out") String timeZone,
      @Schema(maxLength = 300) String note,
      @Schema(defaultValue = "false") boolean notePublic,
      @Schema(description = "The id of a colleague, who is asked") String deputy,
      @Schema(description = "Percent of the limit on each day after the return, 10 to 100 each")
          List<Integer> ramp) {}

  /** What colleagues ask. */
  @Schema(name = "DeputyRequests")
  public record DeputyRequestsAnswer(List<DeputyRequestAnswer> requests) {}

  /** What one colleague asks. */
  @Schema(name = "DeputyRequest")
  public record DeputyRequestAnswer(
      @Schema(description = "The id of the colleague who will be away") String absent,
      String displayName,
      @Schema(description = "The id of that absence") String absence,
      Instant start,
      Instant end,
      boolean agreed) {}
}
