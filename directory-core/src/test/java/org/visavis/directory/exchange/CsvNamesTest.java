package org.visavis.directory.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.Synonyms;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;

class CsvNamesTest {

  @Test
  void departmentsAreReadAsTheyWereWritten() throws IOException {
    Department service = Department.named("Service").ledBy(EmployeeId.of("eva"));
    Department billing =
        new Department(
                DepartmentId.of("billing"), Label.of("Billing").with(Locale.GERMAN, "Rechnung"))
            .withSynonyms(
                Synonyms.of("bill; high", "a|b", "=sum").with(Locale.GERMAN, List.of("zu hoch")))
            .within(service.id());
    StringBuilder file = new StringBuilder();

    CsvNames.writeDepartments(List.of(service, billing), file);

    assertThat(CsvNames.departments(stream(file))).containsExactly(service, billing);
    assertThat(file.toString())
        .startsWith("\uFEFFid,name,name.de,synonyms,synonyms.de,parent,lead");
  }

  @Property(tries = 200)
  void topicsAreReadAsTheyWereWritten(
      @ForAll @StringLength(min = 1, max = 30) String name,
      @ForAll @StringLength(min = 1, max = 30) String synonym)
      throws IOException {
    String clean = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    String phrase = synonym.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (clean.isEmpty() || phrase.isEmpty() || !UTF_8.newEncoder().canEncode(clean + phrase)) {
      return;
    }
    Topic topic = new Topic(TopicId.of("t"), Label.of(clean), Synonyms.of(phrase));
    StringBuilder file = new StringBuilder();

    CsvNames.writeTopics(List.of(topic), file);

    assertThat(CsvNames.topics(stream(file))).containsExactly(topic);
  }

  @Test
  void nobodyIsAFileWithHeadingsAlone() throws IOException {
    StringBuilder file = new StringBuilder();
    CsvNames.writeTopics(List.of(), file);
    assertThat(CsvNames.topics(stream(file))).isEmpty();
  }

  private static ByteArrayInputStream stream(StringBuilder file) {
    return new ByteArrayInputStream(file.toString().getBytes(UTF_8));
  }
}
