package org.visavis.web.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.visavis.directory.Basis;
import org.visavis.directory.Consents;
import org.visavis.directory.Department;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.Label;
import org.visavis.directory.Portrait;
import org.visavis.directory.PortraitImage;
import org.visavis.directory.Synonyms;
import org.visavis.directory.Topic;
import org.visavis.directory.exchange.CsvNames;
import org.visavis.directory.exchange.CsvPeople;
import org.visavis.presence.AppearanceRule;
import org.visavis.presence.AtLimit;
import org.visavis.presence.Mode;
import org.visavis.presence.Status;

/**
 * Reads the invented company from the files beside {@code demo/LICENSE.md}. They are part of the
 * program: whatever is wrong in them is a defect and an {@link IllegalStateException}, and a file
 * that is missing is one as well. Thread-safe.
 */
final class DemoFiles {

  private static final CSVFormat CSV =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private DemoFiles() {}

  static List<Department> departments() {
    Map<String, Synonyms> synonyms = synonyms("department");
    return read("departments.csv", CsvNames::departments).stream()
        .map(one -> one.withSynonyms(synonyms.getOrDefault(one.id().value(), Synonyms.none())))
        .toList();
  }

  static List<Topic> topics() {
    Map<String, Synonyms> synonyms = synonyms("topic");
    return read("topics.csv", CsvNames::topics).stream()
        .map(one -> one.withSynonyms(synonyms.getOrDefault(one.id().value(), Synonyms.none())))
        .toList();
  }

  private static Map<String, Synonyms> synonyms(String kind) {
    return rows("synonyms.csv", Function.identity()).stream()
        .filter(row -> row.get("kind").equals(kind))
        .collect(
            Collectors.toMap(
                row -> row.get("id"),
                row ->
                    Synonyms.of(
                        Map.of(
                            Locale.GERMAN, List.of(row.get("de").split(";")),
                            Locale.ENGLISH, List.of(row.get("en").split(";"))))));
  }

  /**
   * Answers everybody, each with the portrait of {@link #portrait}, and with everything disclosed.
   *
   * @param now when they said so
   */
  static List<Employee> people(Instant now) {
    Consents consents = Consents.toEverybody(now, Basis.ofThePerson());
    ImportedPeople people = read("people.csv", CsvPeople::read);
    if (!people.refused().isEmpty() || !people.ignored().isEmpty()) {
      throw new IllegalStateException("people.csv: " + people.refused() + people.ignored());
    }
    return people.people().stream()
        .map(ImportedPeople.Row::employee)
        .map(one -> one.toBuilder().portrait(portrait(one.id()).id()).consents(consents).build())
        .toList();
  }

  static Portrait portrait(EmployeeId employee) {
    // Encoded as they are to be served: a start has no time for it.
    return Portrait.of(
        List.of(
            image(96, "portraits/96/" + employee + ".webp"),
            image(192, "portraits/192/" + employee + ".webp"),
            image(320, "portraits/" + employee + ".webp")));
  }

  private static PortraitImage image(int side, String name) {
    return PortraitImage.of(side, "image/webp", read(name, DemoFiles::allBytes));
  }

  static List<Habits> habits() {
    return rows("presence.csv", DemoFiles::habits);
  }

  static List<Letter> letters() {
    return rows("requests.csv", DemoFiles::letter);
  }

  private static Habits habits(CSVRecord row) {
    String hours = row.get("untilHours");
    return new Habits(
        EmployeeId.of(row.get("id")),
        Optional.of(row.get("status")).filter(code -> !code.isEmpty()).map(Status::from),
        hours.isEmpty() ? Duration.ZERO : Duration.ofHours(Long.parseLong(hours)),
        Label.empty()
            .with(Locale.GERMAN, row.get("note.de"))
            .with(Locale.ENGLISH, row.get("note.en")),
        Integer.parseInt(row.get("limit")),
        rule(row),
        row.get("hours"));
  }

  private static AppearanceRule rule(CSVRecord row) {
    AtLimit atLimit = AtLimit.from(row.get("atLimit"));
    return switch (Mode.from(row.get("appearance"))) {
      case ALWAYS -> new AppearanceRule(Mode.ALWAYS, 1, 0, Duration.ZERO, atLimit);
      case HIDDEN -> AppearanceRule.hidden();
      case BY_LOAD ->
          AppearanceRule.byLoad(
              Integer.parseInt(row.get("hideAt")),
              Integer.parseInt(row.get("showAgainAt")),
              atLimit);
    };
  }

  private static Letter letter(CSVRecord row) {
    return new Letter(
        EmployeeId.of(row.get("employee")),
        Letter.customer(
            row.get("customerName"),
            row.get("customerEmail"),
            Locale.forLanguageTag(row.get("language"))),
        row.get("subject"),
        row.get("message"),
        row.get("state").equals("resolved"),
        row.get("reply"),
        Duration.ofHours(Long.parseLong(row.get("hoursAgo"))));
  }

  private static <T> List<T> rows(String name, Function<CSVRecord, T> making) {
    return read(
        name,
        file -> {
          try (Reader reader = new InputStreamReader(file, StandardCharsets.UTF_8);
              CSVParser parser = CSV.parse(reader)) {
            return parser.stream()
                .map(
                    row -> {
                      if (!row.isConsistent()) {
                        throw new IllegalArgumentException("Row " + row.getRecordNumber());
                      }
                      return making.apply(row);
                    })
                .toList();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static byte[] allBytes(InputStream file) {
    try {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T read(String name, Function<InputStream, T> reading) {
    try (InputStream file = DemoFiles.class.getResourceAsStream("/demo/" + name)) {
      if (file == null) {
        throw new IllegalStateException("The demonstration lacks " + name);
      }
      return reading.apply(file);
    } catch (IOException | IllegalArgumentException e) {
      throw new IllegalStateException("The demonstration's " + name + " cannot be read", e);
    }
  }
}
