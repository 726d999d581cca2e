package org.visavis.directory.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Channel;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.ImportedPeople.Reason;
import org.visavis.directory.ImportedPeople.Refusal;
import org.visavis.directory.Link;
import org.visavis.directory.TopicId;

class LdifPeopleTest {

  @Provide
  Arbitrary<List<Employee>> people() {
    return SamplePeople.anybody();
  }

  @Property(tries = 200)
  void whatTheFormatHasIsReadAgain(@ForAll("people") List<Employee> people) throws IOException {
    StringBuilder file = new StringBuilder();
    LdifPeople.write(people, Names.ids(), "ou=people,dc=example,dc=org", file);
    ImportedPeople read = read(file.toString());
    assertThat(read.refused()).isEmpty();
    List<Employee> again = read.people().stream().map(ImportedPeople.Row::employee).toList();
    assertThat(again).hasSameSizeAs(people);
    for (int i = 0; i < people.size(); i++) {
      assertThat(whatTheFormatHas(again.get(i))).isEqualTo(whatTheFormatHas(people.get(i)));
    }
  }

  private static Map<String, Object> whatTheFormatHas(Employee one) {
    return Map.of(
        "id", one.id(),
        "given", one.givenName(),
        "family", one.familyName(),
        "shown", one.displayName(),
        "mail", one.mail(),
        "departments", one.departments(),
        "topics", one.topics(),
        "languages", one.languages(),
        "about", one.about(),
        "links", one.links().stream().map(LdifPeopleTest::words).collect(Collectors.toList()));
  }

  private static String words(Link link) {
    return link.uri() + " " + link.label().replaceAll("\\s+", " ");
  }

  @Test
  void anEntryOfADirectoryServerIsUnderstood() {
    ImportedPeople read =
        read(
            """
            version: 1
            # The unit itself is nobody.
            dn: ou=people,dc=example,dc=org
            objectClass: organizationalUnit
            ou: people

            dn: uid=eva,ou=people,dc=example,dc=org
            objectClass: inetOrgPerson
            uid: eva
            cn:: RXZhIFdlacOf
            sn:: V2Vpw58=
            givenName: Eva
            title: Adviser
            title;lang-de: Berat
             erin
            ou: Billing
            ou: Works council
            telephoneNumber: +49 89 99998101
            mobile: +49 171 1234567
            mail: eva@example.org
            preferredLanguage: de, en;q=0.5
            roomNumber: 7.12
            labeledURI: https://example.org/eva My page
            businessCategory: Bills
            """);
    assertThat(read.refused()).isEmpty();
    assertThat(read.people()).hasSize(1);
    Employee eva = read.people().get(0).employee();
    assertThat(eva.displayName()).isEqualTo("Eva Weiß");
    assertThat(eva.title().text(Locale.GERMAN)).isEqualTo("Beraterin");
    assertThat(eva.departments())
        .containsExactly(DepartmentId.of("billing"), DepartmentId.of("works-council"));
    assertThat(eva.languages()).containsExactly(Locale.GERMAN, Locale.ENGLISH);
    assertThat(eva.topics()).containsExactly(TopicId.of("bills"));
    assertThat(eva.channels()).containsKey(Channel.PHONE);
    assertThat(eva.links())
        .extracting(link -> link.uri() + " " + link.label())
        .containsExactly("https://example.org/eva My page", "tel:+49-171-1234567 mobile");
  }

  @Test
  void brokenEntriesAreRefusedWithTheirLineAndTheOthersTaken() {
    ImportedPeople read =
        read(
            """
            dn: uid=a
            objectClass: person
            uid: a
            cn: Anna

            dn: uid=b
            objectClass: person
            uid: b
            cn:< file:///etc/passwd

            dn: uid=c
            objectClass: person
            cn: Nobody knows

            dn: uid=a
            objectClass: person
            uid: a
            cn: Anna again

            dn: uid=d
            changetype: delete

            dn: uid=e
            objectClass: person
            uid: e
            cn:: %%%
            """);
    assertThat(read.people()).hasSize(1);
    assertThat(read.refused())
        .extracting(Refusal::line, Refusal::column, Refusal::reason)
        .containsExactly(
            tuple(6, Optional.of("cn"), Reason.MALFORMED),
            tuple(11, Optional.of("uid"), Reason.MISSING),
            tuple(15, Optional.of("uid"), Reason.DUPLICATE_ID),
            tuple(20, Optional.empty(), Reason.UNREADABLE),
            tuple(23, Optional.empty(), Reason.UNREADABLE));
  }

  private static ImportedPeople read(String file) {
    return LdifPeople.read(new ByteArrayInputStream(file.getBytes(UTF_8)));
  }
}
