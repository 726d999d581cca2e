package org.visavis.presence.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.visavis.presence.CalendarRule;
import org.visavis.presence.Status;

/** Whatever a file holds, reading it ends with times or a reason. Long with JAZZER_FUZZ=1. */
class CalendarFuzzTest {

  private static final CalendarOwner OWNER =
      CalendarOwner.in(ZoneId.of("Europe/Berlin")).withAddress("anna.kern@nahwaerts.example");

  private static final List<CalendarRule> RULES =
      List.of(new CalendarRule("Urlaub", Status.ON_HOLIDAY));

  /** A hang, where somebody looks for one; an ordinary run measures no time. */
  private static final Duration LONGEST =
      Duration.ofSeconds(System.getenv("JAZZER_FUZZ") == null ? 3_600 : 1);

  private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

  @MethodSource("files")
  @FuzzTest(maxDuration = "10m")
  void anyFile(byte[] file) {
    read(file);
  }

  /** Most of what strangers write is about one event; so the frame is given. */
  @MethodSource("events")
  @FuzzTest(maxDuration = "10m")
  void anyEvent(byte[] lines) {
    String event = new String(lines, StandardCharsets.UTF_8);
    String file =
        "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n" + event + "\nEND:VEVENT\nEND:VCALENDAR\n";
    read(file.getBytes(StandardCharsets.UTF_8));
  }

  static Stream<Arguments> files() {
    return CalendarFilesTest.files().stream().map(file -> Arguments.of((Object) bytes(file)));
  }

  static Stream<Arguments> events() {
    return CalendarFilesTest.files().stream()
        .map(file -> new String(bytes(file), StandardCharsets.UTF_8))
        .filter(text -> text.contains("BEGIN:VEVENT") && text.contains("END:VEVENT"))
        .map(text -> text.substring(text.indexOf("BEGIN:VEVENT") + 12, text.indexOf("END:VEVENT")))
        .map(text -> Arguments.of((Object) text.strip().getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The work of this thread in nanoseconds, which a busy machine does not lengthen. */
  private static long work() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  static CalendarReading read(byte[] file) {
    long start = work();
    CalendarReading reading =
        CalendarReader.create()
            .read(new ByteArrayInputStream(file), OWNER, RULES, NOW, Duration.ofDays(1));
    assertThat(Duration.ofNanos(work() - start)).isLessThan(LONGEST);
    if (reading instanceof CalendarReading.Read read) {
      assertThat(read.entries().entries())
          .allSatisfy(entry -> assertThat(entry.end()).isAfter(NOW));
      assertThat(read.problems()).allSatisfy(problem -> assertThat(problem.line()).isPositive());
    }
    return reading;
  }
}
