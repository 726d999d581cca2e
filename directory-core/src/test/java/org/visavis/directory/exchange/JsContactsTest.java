package org.visavis.directory.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Address;
import org.visavis.directory.Channel;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.ImportedPeople.Reason;
import org.visavis.directory.ImportedPeople.Refusal;
import org.visavis.directory.Link;
import org.visavis.directory.TopicId;

class JsContactsTest {

  @Provide
  Arbitrary<List<Employee>> people() {
    return SamplePeople.anybody();
  }

  @Property(tries = 200)
  void whatIsWrittenIsReadAgain(@ForAll("people") List<Employee> people) throws IOException {
    StringBuilder file = new StringBuilder();
    JsContacts.write(people, Names.ids(), file);
    ImportedPeople read = read(file.toString());
    assertThat(read.refused()).isEmpty();
    List<Employee> again = read.people().stream().map(ImportedPeople.Row::employee).toList();
    assertThat(again).hasSameSizeAs(people);
    for (int i = 0; i < people.size(); i++) {
      assertThat(SamplePeople.withoutOrder(again.get(i)))
          .isEqualTo(SamplePeople.withoutOrder(people.get(i)));
    }
  }

  @Test
  void aCardOfAnotherProgramIsUnderstood() {
    ImportedPeople read =
        read(
            """
            {"@type": "Card", "version": "1.0", "uid": "urn:uuid:22B2C7DF-9120-4969-8460-05956FE6B065",
             "name": {"isOrdered": true, "components": [
               {"kind": "title", "value": "Dr."}, {"kind": "given", "value": "Eva"},
               {"kind": "separator", "value": " "}, {"kind": "surname", "value": "Weiß"}]},
             "organizations": {"o1": {"name": "Nahwärts", "units": [{"name": "Service"}, {"name": "Billing"}]}},
             "titles": {"t1": {"name": "Adviser", "organizationId": "o1"}},
             "localizations": {"de": {"titles/t1/name": "Beraterin"}},
             "emails": {"e1": {"address": "eva@example.org"}},
             "phones": {"a": {"number": "+49 171 1234567", "features": {"mobile": true}},
                        "b": {"number": "tel:+49-89-99998101", "features": {"voice": true}}},
             "preferredLanguages": {"x": {"language": "en", "pref": 2}, "y": {"language": "de", "pref": 1}},
             "keywords": {"Bills": true},
             "links": {"l": {"kind": "contact", "uri": "https://example.org/form"}}}
            """);
    assertThat(read.refused()).isEmpty();
    Employee eva = read.people().get(0).employee();
    assertThat(eva.id().value()).isEqualTo("22B2C7DF-9120-4969-8460-05956FE6B065");
    assertThat(eva.displayName()).isEqualTo("Eva Weiß");
    assertThat(eva.departments()).containsExactly(DepartmentId.of("billing"));
    assertThat(eva.title().text(Locale.GERMAN)).isEqualTo("Beraterin");
    assertThat(eva.title().text(Locale.ENGLISH)).isEqualTo("Adviser");
    assertThat(eva.languages()).containsExactly(Locale.GERMAN, Locale.ENGLISH);
    assertThat(eva.topics()).containsExactly(TopicId.of("bills"));
    assertThat(eva.channels().get(Channel.PHONE))
        .contains(Address.published(URI.create("tel:+49-89-99998101")));
    assertThat(eva.links())
        .containsExactly(
            new Link(URI.create("https://example.org/form"), ""),
            new Link(URI.create("tel:+49-171-1234567"), "mobile"));
  }

  @Test
  void brokenCardsAreRefusedWithTheirLineAndTheOthersTaken() {
    ImportedPeople read =
        read(
            """
            [
              {"uid": "a", "name": {"full": "Anna"}},
              {"name": {"full": "Nobody knows"}},
              7,
              {"uid": "a", "name": {"full": "Anna again"}},
              {"uid": "b", "name": "Bo"},
              {"uid": "c", "name": {"full": "Cy"}, "links": {"l": {"uri": "javascript:alert(1)"}}},
              {"uid": "d", "name": {"full": "Di"}, "titles": [1]},
              {"uid": "e",
            """);
    assertThat(read.people()).hasSize(1);
    assertThat(read.refused())
        .extracting(Refusal::line, Refusal::column, Refusal::reason)
        .containsExactly(
            tuple(3, Optional.of("uid"), Reason.MISSING),
            tuple(4, Optional.empty(), Reason.UNREADABLE),
            tuple(5, Optional.of("uid"), Reason.DUPLICATE_ID),
            tuple(6, Optional.of("name"), Reason.MALFORMED),
            tuple(7, Optional.of("links"), Reason.MALFORMED),
            tuple(8, Optional.of("titles"), Reason.MALFORMED),
            tuple(10, Optional.empty(), Reason.UNREADABLE));
  }

  @Test
  void whatIsNoJsonOrMuchTooDeepIsRefused() {
    for (String file :
        List.of(
            "7",
            "\"a\"",
            "{",
            "[{}",
            "{]",
            "nonsense",
            "{}{}",
            "[".repeat(100_000),
            "{\"a\":".repeat(100_000),
            "[" + "{\"a\":[".repeat(5_000))) {
      ImportedPeople read = read(file);
      assertThat(read.people()).isEmpty();
      assertThat(read.refused()).isNotEmpty();
    }
  }

  private static ImportedPeople read(String file) {
    return JsContacts.read(new ByteArrayInputStream(file.getBytes(UTF_8)));
  }
}
