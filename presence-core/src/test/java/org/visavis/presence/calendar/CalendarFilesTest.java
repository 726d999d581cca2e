package org.visavis.presence.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.visavis.presence.CalendarEntry;
import org.visavis.presence.CalendarRule;
import org.visavis.presence.Status;

/**
 * Reads calendars written in the manner of those who produce most of them. Beside each stand its
 * busy times, worked out by hand: {@code kind start end [status]}, {@code problem reason line} or
 * {@code refused reason line}, after the zone, the owner's addresses, the time of the reading and
 * the rules.
 */
class CalendarFilesTest {

  static List<Path> files() {
    try (Stream<Path> files =
        Files.list(Path.of(CalendarFilesTest.class.getResource("files").toURI()))) {
      return files.filter(file -> file.toString().endsWith(".ics")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void thereAreManyOfThem() {
    assertThat(files()).hasSizeGreaterThan(50);
  }

  @TestFactory
  Stream<DynamicTest> eachGivesItsBusyTimes() {
    return files().stream()
        .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
  }

  private static void check(Path file) throws IOException {
    String name = file.getFileName().toString().replace(".ics", ".txt");
    List<String> lines =
        Files.readAllLines(file.resolveSibling(name)).stream()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .toList();
    CalendarOwner owner =
        new CalendarOwner(
            ZoneId.of(rest(lines, "zone ").get(0)), Set.copyOf(rest(lines, "owner ")));
    Instant now = Instant.parse(rest(lines, "now ").get(0));
    List<CalendarRule> rules =
        rest(lines, "rule ").stream()
            .map(rule -> rule.split(" ", 2))
            .map(words -> new CalendarRule(words[1], Status.from(words[0])))
            .toList();
    List<String> expected =
        lines.stream().filter(line -> !line.matches("(zone|owner|now|rule) .*")).sorted().toList();
    CalendarReading reading =
        CalendarReader.create()
            .read(
                new ByteArrayInputStream(Files.readAllBytes(file)),
                owner,
                rules,
                now,
                Duration.ofDays(1));
    assertThat(told(reading)).containsExactlyElementsOf(normal(expected));
  }

  private static List<String> rest(List<String> lines, String prefix) {
    return lines.stream()
        .filter(line -> line.startsWith(prefix))
        .map(line -> line.substring(prefix.length()))
        .toList();
  }

  private static List<String> normal(List<String> lines) {
    List<String> result = new ArrayList<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      if (!words[0].equals("problem") && !words[0].equals("refused")) {
        words[1] = OffsetDateTime.parse(words[1]).toInstant().toString();
        words[2] = OffsetDateTime.parse(words[2]).toInstant().toString();
      }
      result.add(String.join(" ", words));
    }
    return result.stream().sorted().toList();
  }

  private static List<String> told(CalendarReading reading) {
    return reading.fold(
        read ->
            Stream.concat(
                    read.entries().entries().stream().map(CalendarFilesTest::told),
                    read.problems().stream()
                        .map(
                            problem -> "problem " + problem.reason().code() + " " + problem.line()))
                .sorted()
                .toList(),
        refused -> List.of("refused " + refused.reason().code() + " " + refused.line()));
  }

  private static String told(CalendarEntry entry) {
    return entry.kind().code()
        + " "
        + entry.start()
        + " "
        + entry.end()
        + entry.status().map(status -> " " + status.code()).orElse("");
  }
}
