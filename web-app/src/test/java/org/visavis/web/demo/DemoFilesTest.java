package org.visavis.web.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Department;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.PortraitImage;
import org.visavis.directory.Topic;
import org.visavis.presence.Guardrails;
import org.visavis.presence.Mode;
import org.visavis.presence.WorkingHours;
import org.visavis.web.identity.DemoAccounts;

class DemoFilesTest {

  private static final List<Locale> LANGUAGES = List.of(Locale.GERMAN, Locale.ENGLISH);

  private final List<Employee> people = DemoFiles.people(Instant.EPOCH);
  private final Map<EmployeeId, Employee> byId =
      people.stream().collect(Collectors.toMap(Employee::id, Function.identity()));

  @Test
  void fortyEightPeopleWorkInEightDepartments() {
    Set<Object> departments =
        DemoFiles.departments().stream().map(Department::id).collect(Collectors.toSet());

    assertThat(byId).hasSize(48);
    assertThat(departments).hasSize(8);
    assertThat(people).allSatisfy(one -> assertThat(departments).containsAll(one.departments()));
    assertThat(people.stream().flatMap(one -> one.departments().stream()).distinct()).hasSize(8);
  }

  @Test
  void everybodyHasATitleAndKnownTopicsInBothLanguages() {
    List<Topic> topics = DemoFiles.topics();
    Set<Object> known = topics.stream().map(Topic::id).collect(Collectors.toSet());

    assertThat(people)
        .allSatisfy(
            one -> {
              assertThat(one.title().byLanguage()).containsOnlyKeys(LANGUAGES);
              assertThat(one.topics()).isNotEmpty();
              assertThat(known).containsAll(one.topics());
              assertThat(one.languages()).isNotEmpty();
              assertThat(one.channels()).isNotEmpty();
            });
    assertThat(topics)
        .allSatisfy(topic -> assertThat(topic.name().byLanguage()).containsOnlyKeys(LANGUAGES));
    assertThat(known)
        .as("topics for which somebody cares")
        .isEqualTo(people.stream().flatMap(p -> p.topics().stream()).collect(Collectors.toSet()));
  }

  @Test
  void everybodyHasAFaceOfTheOwn() {
    assertThat(people.stream().map(one -> one.portrait().orElseThrow()).distinct()).hasSize(48);
    assertThat(people)
        .allSatisfy(
            one -> {
              for (PortraitImage size : DemoFiles.portrait(one.id()).images()) {
                byte[] image = size.bytes();
                assertThat(new String(image, 0, 4, StandardCharsets.US_ASCII)).isEqualTo("RIFF");
                assertThat(new String(image, 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WEBP");
                assertThat(width(image)).isEqualTo(size.side());
                assertThat(image.length).isLessThan(100 * size.side());
              }
            });
  }

  /** The width of a lossy WebP without transparency (RFC 9649). */
  private static int width(byte[] webp) {
    assertThat(new String(webp, 12, 4, StandardCharsets.US_ASCII)).isEqualTo("VP8 ");
    return (webp[26] & 0xff) | (webp[27] & 0x3f) << 8;
  }

  @Test
  void everybodySignsInUnderTheNameOfTheMailAddress() {
    assertThat(people)
        .allSatisfy(
            one ->
                assertThat(one.mail().orElseThrow())
                    .isEqualTo(DemoAccounts.name(one) + "@nahwaerts.example"));
    assertThat(people.stream().map(DemoAccounts::name).distinct()).hasSize(48);
  }

  @Test
  void everybodyHasHoursAndALimitThatMayBeSet() {
    List<Habits> habits = DemoFiles.habits();

    assertThat(habits.stream().map(Habits::employee).toList())
        .containsExactlyElementsOf(people.stream().map(Employee::id).toList());
    assertThat(habits)
        .allSatisfy(
            one -> {
              Employee employee = byId.get(one.employee());
              assertThat(WorkingHours.parse(employee.timeZone(), one.hours()).spans()).isNotEmpty();
              assertThat(Guardrails.standard().require(one.limit())).isEqualTo(one.limit());
              assertThat(one.lasting()).isLessThan(Duration.ofDays(183));
              assertThat(one.status().isPresent())
                  .isEqualTo(one.lasting().compareTo(Duration.ZERO) > 0);
            });
    assertThat(habits.stream().flatMap(one -> one.status().stream()).distinct().count())
        .isGreaterThanOrEqualTo(6);
  }

  @Test
  void nobodyIsGivenMoreThanTheLimitLeaves() {
    Map<EmployeeId, List<Letter>> letters =
        DemoFiles.letters().stream().collect(Collectors.groupingBy(Letter::employee));

    assertThat(byId).containsKeys(letters.keySet().toArray(EmployeeId[]::new));
    for (Habits one : DemoFiles.habits()) {
      List<Letter> own = letters.getOrDefault(one.employee(), List.of());
      assertThat(own).as(one.employee().value()).hasSizeLessThanOrEqualTo(one.limit());
      assertThat(one.rule().mode() == Mode.HIDDEN && !own.isEmpty()).isFalse();
    }
    assertThat(letters.values().stream().mapToInt(List::size).sum()).isEqualTo(39);
  }

  @Test
  void theLicenceNamesWhereTheFacesComeFrom() throws IOException {
    try (InputStream file = DemoFiles.class.getResourceAsStream("/demo/LICENSE.md")) {
      assertThat(new String(file.readAllBytes(), StandardCharsets.UTF_8))
          .contains("CC0 1.0", "Lorelei", "Lisa Wischofsky", "@dicebear/lorelei");
    }
  }
}
