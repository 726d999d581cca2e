package org.visavis.directory.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Address;
import org.visavis.directory.Channel;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.ImportedPeople.Part;
import org.visavis.directory.ImportedPeople.Reason;
import org.visavis.directory.ImportedPeople.Refusal;
import org.visavis.directory.TopicId;

class CsvPeopleTest {

  @Test
  void columnsAreFoundByHeaderInAnyOrderAndCase() {
    ImportedPeople read = read("FAMILYNAME, Id ,givenname\nBrandt,anna,Anna\n");
    assertThat(read.refused()).isEmpty();
    assertThat(read.people().get(0).employee())
        .isEqualTo(
            Employee.named(EmployeeId.of("anna"), "Anna", "Brandt")
                .channel(Channel.MESSAGE)
                .build());
    assertThat(read.parts()).containsExactly(Part.NAME);
  }

  @Test
  void everyColumnOfTheFormatIsTaken() {
    ImportedPeople read =
        read(
            "id,givenName,familyName,title.de,title.en,departments,memberships,topics,languages,region,timeZone,email,phone,homepage,contactForm,channels\n"
                + "a,Anna,Brandt,Beraterin,Adviser,billing;meters,Works council|Chair,Bills;Meter"
                + " reading,de;en-GB,DE-BY,Europe/Berlin,anna@nahwaerts.example,089"
                + " 99998101,https://a.example,https://b.example/form,message;phone\n");
    assertThat(read.refused()).isEmpty();
    Employee anna = read.people().get(0).employee();
    assertThat(anna.title().text(Locale.GERMAN)).isEqualTo("Beraterin");
    assertThat(anna.title().text(Locale.ENGLISH)).isEqualTo("Adviser");
    assertThat(anna.departments())
        .containsExactly(
            DepartmentId.of("billing"),
            DepartmentId.of("meters"),
            DepartmentId.of("works-council"));
    assertThat(anna.topics()).containsExactly(TopicId.of("bills"), TopicId.of("meter-reading"));
    assertThat(anna.languages()).containsExactly(Locale.GERMAN, Locale.ENGLISH);
    assertThat(anna.timeZone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(anna.mail()).contains("anna@nahwaerts.example");
    assertThat(anna.channels())
        .containsEntry(
            Channel.PHONE, Optional.of(Address.published(URI.create("tel:+49-89-99998101"))))
        .containsEntry(Channel.MESSAGE, Optional.empty())
        .hasSize(2);
    assertThat(anna.links()).hasSize(2);
    assertThat(read.parts())
        .containsExactlyInAnyOrder(
            Part.NAME,
            Part.TITLE,
            Part.DEPARTMENTS,
            Part.ROLES,
            Part.TOPICS,
            Part.LANGUAGES,
            Part.REGION,
            Part.TIME_ZONE,
            Part.MAIL,
            Part.PHONE,
            Part.CHANNELS,
            Part.LINKS);
  }

  @Test
  void excelsByteOrderMarkSemicolonsAndWindowsLettersAreUnderstood() {
    ImportedPeople marked = read("\uFEFFid;displayName\na;Jörg Weiß\n");
    assertThat(names(marked)).containsExactly("Jörg Weiß");
    byte[] windows = "id;displayName\na;Jörg Weiß\n".getBytes(Charset.forName("windows-1252"));
    assertThat(names(CsvPeople.read(new ByteArrayInputStream(windows))))
        .containsExactly("Jörg Weiß");
  }

  @Test
  void unknownColumnsArePassedOverAndNamed() {
    ImportedPeople read = read("id,displayName,shoeSize\na,Anna,42\n");
    assertThat(read.people()).hasSize(1);
    assertThat(read.ignored()).containsExactly("shoeSize");
  }

  @Test
  void eachBrokenRowOfTheSampleIsRefusedWithItsLineAndTheOthersAreTaken() throws IOException {
    ImportedPeople read = sample("people-broken.csv");
    assertThat(read.people().stream().map(ImportedPeople.Row::line)).containsExactly(2, 4, 7, 12);
    assertThat(read.refused())
        .extracting(Refusal::line, Refusal::reason)
        .containsExactly(
            tuple(3, Reason.MISSING),
            tuple(5, Reason.DUPLICATE_ID),
            tuple(6, Reason.MALFORMED),
            tuple(8, Reason.MALFORMED),
            tuple(9, Reason.MISSING),
            tuple(10, Reason.WRONG_NUMBER_OF_CELLS),
            tuple(11, Reason.TOO_LONG),
            tuple(13, Reason.UNREADABLE));
    assertThat(read.rowsRead()).isEqualTo(12);
  }

  @Test
  void aRefusalNeverRepeatsALongValue() throws IOException {
    assertThat(sample("people-broken.csv").refused())
        .allSatisfy(refusal -> assertThat(refusal.detail().length()).isLessThanOrEqualTo(80));
  }

  @Test
  void theSoundSampleIsTakenWhole() throws IOException {
    ImportedPeople read = sample("people-sample.csv");
    assertThat(read.refused()).isEmpty();
    assertThat(read.people()).hasSize(12);
  }

  @Test
  void filesThatAreNoDirectoryAreRefusedAsAWhole() {
    assertThat(only(read(""))).isEqualTo(Reason.EMPTY);
    assertThat(only(read("name,title\nAnna,Adviser\n"))).isEqualTo(Reason.MISSING);
    assertThat(only(read("id,id\na,b\n"))).isEqualTo(Reason.UNREADABLE);
    assertThat(only(read("\"id,displayName\na,Anna\n"))).isEqualTo(Reason.UNREADABLE);
  }

  @Test
  void aCellOfAMegabyteIsRefusedAndTheNextRowTaken() {
    ImportedPeople read = read("id,displayName\na," + "x".repeat(1_000_000) + "\nb,Bo\n");
    assertThat(read.refused()).extracting(Refusal::reason).containsExactly(Reason.TOO_LONG);
    assertThat(names(read)).containsExactly("Bo");
  }

  @Test
  void linksThatRunCodeAreRefused() {
    ImportedPeople read = read("id,displayName,homepage\na,Anna,javascript:alert(1)\n");
    assertThat(read.refused()).extracting(Refusal::reason).containsExactly(Reason.MALFORMED);
  }

  private static ImportedPeople read(String file) {
    return CsvPeople.read(new ByteArrayInputStream(file.getBytes(UTF_8)));
  }

  private static ImportedPeople sample(String name) throws IOException {
    try (InputStream file = CsvPeopleTest.class.getResourceAsStream("/sample/" + name)) {
      return CsvPeople.read(file);
    }
  }

  private static List<String> names(ImportedPeople read) {
    return read.people().stream().map(row -> row.employee().displayName()).toList();
  }

  private static Reason only(ImportedPeople read) {
    assertThat(read.people()).isEmpty();
    assertThat(read.refused()).hasSize(1);
    return read.refused().get(0).reason();
  }
}
