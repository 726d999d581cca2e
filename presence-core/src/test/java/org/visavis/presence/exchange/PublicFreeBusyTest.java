package org.visavis.presence.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Channel;
import org.visavis.directory.Label;
import org.visavis.presence.CalendarEntry;
import org.visavis.presence.CalendarEntry.Kind;
import org.visavis.presence.Load;
import org.visavis.presence.Openness;
import org.visavis.presence.PublicStatus;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;
import org.visavis.presence.WorkingHours;
import org.visavis.presence.calendar.CalendarOwner;
import org.visavis.presence.calendar.CalendarReader;
import org.visavis.presence.calendar.CalendarReading;

class PublicFreeBusyTest {

  private static final URI ANNA = URI.create("mailto:anna.kern@nahwaerts.example");
  private static final Instant FROM = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant TO = Instant.parse("2026-03-04T00:00:00Z");
  private static final WorkingHours HOURS =
      WorkingHours.parse(ZoneId.of("UTC"), "Mon-Fri 08:00-12:00 13:00-17:00");
  private static final Reachability SHOWN =
      new Reachability(
          true,
          new PublicStatus(Status.AVAILABLE, Optional.empty(), Label.empty()),
          Load.FREE,
          Map.of(Channel.MESSAGE, Openness.OPEN),
          List.of(),
          Optional.empty());

  private static Instant at(String time) {
    return Instant.parse("2026-03-" + time + ":00Z");
  }

  private static Optional<PublicFreeBusy> of(Reachability shown, URI person) {
    return PublicFreeBusy.of(
        person,
        shown,
        HOURS,
        List.of(
            CalendarEntry.of(at("02T09:00"), at("02T10:00"), Kind.BUSY),
            CalendarEntry.of(at("02T09:30"), at("02T11:00"), Kind.TENTATIVE),
            new CalendarEntry(
                at("03T08:00"), at("05T00:00"), Kind.BUSY, Optional.of(Status.ON_HOLIDAY)),
            new CalendarEntry(
                at("02T14:00"), at("02T15:00"), Kind.BUSY, Optional.of(Status.AVAILABLE)),
            new CalendarEntry(
                at("02T16:00"), at("02T17:00"), Kind.OUT_OF_OFFICE, Optional.of(Status.OFF_DUTY))),
        FROM,
        TO);
  }

  @Test
  void busyTimesAreToldAndNotWhy() {
    assertThat(of(SHOWN, ANNA).orElseThrow().text(FROM))
        .isEqualTo(
            String.join(
                "\r\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Visavis//Presence//EN",
                "METHOD:PUBLISH",
                "BEGIN:VFREEBUSY",
                "UID:20260302T000000Z-mailto:anna.kern@nahwaerts.example",
                "DTSTAMP:20260302T000000Z",
                "ORGANIZER:mailto:anna.kern@nahwaerts.example",
                "DTSTART:20260302T000000Z",
                "DTEND:20260304T000000Z",
                "FREEBUSY;FBTYPE=BUSY:20260302T090000Z/20260302T110000Z",
                "FREEBUSY;FBTYPE=BUSY:20260303T080000Z/20260304T000000Z",
                "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260302T000000Z/20260302T080000Z",
                "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260302T120000Z/20260302T130000Z",
                "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260302T160000Z/20260303T080000Z",
                "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260303T120000Z/20260303T130000Z",
                "FREEBUSY;FBTYPE=BUSY-UNAVAILABLE:20260303T170000Z/20260304T000000Z",
                "END:VFREEBUSY",
                "END:VCALENDAR",
                ""));
  }

  @Test
  void aReaderOfCalendarsUnderstandsIt() {
    String text = of(SHOWN, ANNA).orElseThrow().text(FROM);
    CalendarReading reading =
        CalendarReader.create()
            .read(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)),
                CalendarOwner.in(ZoneId.of("UTC")),
                List.of(),
                FROM,
                Duration.ofDays(1));
    int times = reading.fold(read -> read.entries().entries().size(), refused -> -1);
    assertThat(times).isEqualTo(7);
  }

  @Test
  void longLinesAreFolded() {
    URI person = URI.create("https://people.example/" + "a".repeat(300));
    String text = of(SHOWN, person).orElseThrow().text(FROM);
    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(75));
    assertThat(text.replace("\r\n ", "")).contains("ORGANIZER:" + person + "\r\n");
  }

  @Test
  void aHiddenPersonHasNoTimes() {
    assertThat(of(Reachability.hidden(), ANNA)).isEmpty();
  }

  @Test
  void noMoreThanTwoMonthsAreTold() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                PublicFreeBusy.of(
                    ANNA, SHOWN, HOURS, List.of(), FROM, FROM.plus(Duration.ofDays(63))));
  }
}
