package org.visavis.presence.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.visavis.presence.CalendarEntries;
import org.visavis.presence.CalendarProblem;
import org.visavis.presence.CalendarRule;
import org.visavis.presence.CalendarSubscription;
import org.visavis.presence.Status;

class CalendarReaderTest {

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  private static CalendarReading read(String text) {
    return CalendarReader.create()
        .read(
            stream(text),
            CalendarOwner.in(ZoneId.of("Europe/Berlin")),
            List.of(),
            NOW,
            Duration.ofDays(1));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String calendar(String body) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\n" + body + "END:VCALENDAR\n";
  }

  private static String event(String lines) {
    return "BEGIN:VEVENT\n" + lines + "\nEND:VEVENT\n";
  }

  private static CalendarReading.Read taken(CalendarReading reading) {
    assertThat(reading).isInstanceOf(CalendarReading.Read.class);
    return (CalendarReading.Read) reading;
  }

  private static List<CalendarProblem.Reason> reasons(CalendarReading reading) {
    return taken(reading).problems().stream().map(CalendarProblem::reason).toList();
  }

  /** The example of the documentation. */
  @Test
  void aCalendarIsReadInTenLines() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    InputStream file =
        stream(calendar(event("DTSTART:20260302T080000Z\nDURATION:PT1H\nSUMMARY:Urlaub")));

    CalendarReader reader = CalendarReader.create();
    CalendarOwner owner = CalendarOwner.in(ZoneId.of("Europe/Berlin"));
    List<CalendarRule> rules = List.of(new CalendarRule("Urlaub", Status.ON_HOLIDAY));
    CalendarReading reading = reader.read(file, owner, rules, clock.instant(), Duration.ofDays(1));
    String told =
        reading.fold(
            read -> read.entries().entries().size() + " busy times",
            refused -> "refused: " + refused.reason().code());

    assertThat(told).isEqualTo("1 busy times");
  }

  /** Reads every file of the collection, whose titles, places and people all say "Secret". */
  @Test
  void noTitleNoPlaceAndNobodyWhoTakesPartSurvives() throws IOException {
    List<String> logged = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord record) {
            logged.add(record.getMessage() + record.getThrown());
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    handler.setLevel(Level.ALL);
    Logger root = Logger.getLogger("");
    Level before = root.getLevel();
    root.addHandler(handler);
    root.setLevel(Level.ALL);
    StringBuilder told = new StringBuilder();
    int secrets = 0;
    try {
      for (Path path : CalendarFilesTest.files()) {
        String text = Files.readString(path);
        secrets += text.contains("Secret") ? 1 : 0;
        told.append(read(text));
        for (String broken : List.of(":", ";", "2026", "END:VEVENT", "20260302")) {
          told.append(read(text.replace(broken, "Secret")));
        }
        told.append(read(text.replace("Secret title", "Secret".repeat(100_000))));
      }
    } finally {
      root.removeHandler(handler);
      root.setLevel(before);
    }
    assertThat(secrets).isGreaterThan(40);
    assertThat(told).contains("CalendarEntry", "BROKEN_DATE").doesNotContainIgnoringCase("secret");
    assertThat(String.join("\n", logged)).doesNotContainIgnoringCase("secret");
  }

  @Test
  void aFileOfMoreThanTwoMegabytesIsRefused() {
    assertThat(read(calendar(event("X-NOTE:" + "x".repeat(10_000_000)))))
        .isEqualTo(new CalendarReading.Refused(CalendarRefusal.TOO_LARGE, 1));
  }

  @Test
  void aFileThatCannotBeReadToItsEndIsRefused() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("Secret");
          }
        };
    assertThat(
            CalendarReader.create()
                .read(
                    broken, CalendarOwner.in(ZoneId.of("UTC")), List.of(), NOW, Duration.ofDays(1)))
        .isEqualTo(new CalendarReading.Refused(CalendarRefusal.UNREADABLE, 1));
  }

  @Test
  void aLongLineThatDoesNotMatterIsSkipped() {
    String picture = "ATTACH;ENCODING=BASE64;VALUE=BINARY:" + "QUJD".repeat(200_000) + "\n";
    CalendarReading reading =
        read(calendar(event(picture + "DTSTART:20260302T080000Z\nDURATION:PT1H")));
    assertThat(taken(reading).entries().entries()).hasSize(1);
    assertThat(taken(reading).problems()).isEmpty();
  }

  @Test
  void anEventWithALineThatMattersAndIsTooLongIsLeftOut() {
    CalendarReading reading =
        read(
            calendar(
                event("DTSTART:20260302T080000Z\nDURATION:PT1H\nRDATE:" + "1,".repeat(20_000))));
    assertThat(taken(reading).entries().entries()).isEmpty();
    assertThat(reasons(reading))
        .containsExactlyInAnyOrder(
            CalendarProblem.Reason.BROKEN_LINE, CalendarProblem.Reason.BROKEN_DATE);
  }

  @Test
  void theNearestTimesAreKeptWhereThereAreTooMany() {
    CalendarReading reading =
        read(calendar(event("DTSTART:20200101T000000Z\nDURATION:PT1M\nRRULE:FREQ=HOURLY")));
    assertThat(taken(reading).entries().entries()).hasSize(CalendarEntries.MAX_ENTRIES);
    assertThat(taken(reading).entries().entries().get(0).start()).isEqualTo(NOW);
    assertThat(reasons(reading)).containsExactly(CalendarProblem.Reason.TOO_MANY_TIMES);
  }

  @Test
  void aFileFullOfCostlyRulesIsRefused() {
    StringBuilder events = new StringBuilder();
    String rule =
        "RRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=MO,TU,WE,TH,FR,SA,SU;"
            + "BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12;BYSETPOS=-1";
    while (events.length() < CalendarReader.MAX_BYTES - 1_000) {
      events.append(event("DTSTART:19000101T080000Z\nDURATION:PT1M\n" + rule));
    }
    assertThat(read(calendar(events.toString())))
        .isInstanceOfSatisfying(
            CalendarReading.Refused.class,
            refused -> assertThat(refused.reason()).isEqualTo(CalendarRefusal.TOO_COSTLY));
  }

  /** An event of the year 1012 needs no nine million steps until today. */
  @Test
  void whatHasRepeatedForAThousandYearsIsReadAtOnce() {
    CalendarReading reading =
        read(
            calendar(
                event("DTSTART:10120114T003000Z\nDURATION:PT1M\nRRULE:FREQ=HOURLY;INTERVAL=5")
                    + event(
                        "DTSTART:10120114T004500Z\nRRULE:FREQ=WEEKLY;BYDAY=SU\nDURATION:PT1M")));
    assertThat(taken(reading).entries().entries()).hasSize(400 * 24 / 5 + 58);
  }

  @Test
  void noMoreThanFiftyProblemsAreTold() {
    assertThat(reasons(read(calendar(event("DTSTART:1").repeat(1_000)))))
        .hasSize(CalendarSubscription.MAX_LEFT_OUT);
  }

  @Test
  void whatIsReadIsBelievedForTheTimeGiven() {
    CalendarReading reading = read(calendar(""));
    assertThat(taken(reading).entries().freshUntil()).isEqualTo(NOW.plus(Duration.ofDays(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                CalendarReader.create()
                    .read(
                        stream(""),
                        CalendarOwner.in(ZoneId.of("UTC")),
                        List.of(),
                        NOW,
                        Duration.ZERO));
  }

  @Test
  void everyZoneOfWindowsIsKnownToThisPlatform() {
    assertThat(WindowsZones.find("W. Europe Standard Time")).contains(ZoneId.of("Europe/Berlin"));
    assertThat(WindowsZones.size()).isGreaterThan(135);
  }
}
