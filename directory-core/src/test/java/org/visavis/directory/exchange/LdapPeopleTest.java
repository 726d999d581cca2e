package org.visavis.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldif.LDIFReader;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.visavis.directory.Channel;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.Role;
import org.visavis.directory.TopicId;

/** Reads a real OpenLDAP server, which takes what was exported before. */
class LdapPeopleTest {

  @TempDir static Path folder;

  private static Slapd slapd;

  @BeforeAll
  static void startAServerWithExportedPeople() throws Exception {
    slapd = Slapd.start(folder);
    StringBuilder file = new StringBuilder();
    List<Employee> people = new ArrayList<>();
    people.add(eva());
    for (int i = 1; i <= 6; i++) {
      people.add(Employee.named(EmployeeId.of("p" + i), "Pat", "Number " + i).build());
    }
    LdifPeople.write(people, Names.ids(), Slapd.PEOPLE, file);
    try (LDAPConnection connection = slapd.connection()) {
      connection.add("dn: " + Slapd.SUFFIX, "objectClass: domain", "dc: example");
      connection.add("dn: " + Slapd.PEOPLE, "objectClass: organizationalUnit", "ou: people");
      LDIFReader reader =
          new LDIFReader(
              new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)));
      for (var entry = reader.readEntry(); entry != null; entry = reader.readEntry()) {
        connection.add(entry);
      }
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (slapd != null) {
      slapd.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everybodyIsReadOverEveryKindOfConnection(LdapServer.Security security) {
    LdapPeople.Reading reading =
        LdapPeople.of(slapd.server(security, Slapd.PASSWORD), slapd.trust()).everybody();
    assertThat(reading.people().refused()).isEmpty();
    // More than three pages of two.
    assertThat(reading.people().people()).hasSizeGreaterThanOrEqualTo(7);
    Employee read =
        reading.people().people().stream()
            .map(row -> row.employee())
            .filter(one -> one.id().equals(EmployeeId.of("eva")))
            .findFirst()
            .orElseThrow();
    Employee eva = eva();
    assertThat(read.displayName()).isEqualTo(eva.displayName());
    assertThat(read.title()).isEqualTo(eva.title());
    assertThat(read.departments()).isEqualTo(eva.departments());
    assertThat(read.topics()).isEqualTo(eva.topics());
    assertThat(read.languages()).isEqualTo(eva.languages());
    assertThat(read.office()).isEqualTo(eva.office());
    assertThat(read.about()).isEqualTo(eva.about());
    assertThat(read.links()).isEqualTo(eva.links());
    assertThat(read.channels().get(Channel.PHONE)).isEqualTo(eva.channels().get(Channel.PHONE));
  }

  @Test
  void aSecondReadingBringsOnlyWhoHasChanged() throws Exception {
    LdapPeople people =
        LdapPeople.of(slapd.server(LdapServer.Security.NONE, Slapd.PASSWORD), slapd.trust());
    String cursor = people.everybody().cursor();
    assertThat(cursor).matches("\\d{14}Z");
    String later = nextSecond(cursor);
    try (LDAPConnection connection = slapd.connection()) {
      // The server's clock has seconds; a change in one that was read already would not tell.
      String changed = cursor;
      while (changed.compareTo(later) < 0) {
        connection.modify(
            "uid=p3," + Slapd.PEOPLE,
            new Modification(ModificationType.REPLACE, "roomNumber", "Room " + changed));
        changed =
            connection
                .getEntry("uid=p3," + Slapd.PEOPLE, "modifyTimestamp")
                .getAttributeValue("modifyTimestamp");
      }
    }
    LdapPeople.Reading changes = people.changed(later);
    assertThat(changes.people().people())
        .extracting(row -> row.employee().id().value())
        .containsExactly("p3");
    assertThat(changes.cursor()).isGreaterThanOrEqualTo(later);
    assertThat(people.changed("99991231235959Z").people().people()).isEmpty();
  }

  @Test
  void aRefusedSignInNeverSaysThePassword() {
    LdapServer server = slapd.server(LdapServer.Security.LDAPS, "wrong-but-secret");
    assertThatThrownBy(() -> LdapPeople.of(server, slapd.trust()).everybody())
        .isInstanceOf(LdapAccessException.class)
        .hasMessageContaining("invalid credentials")
        .hasMessageNotContaining("wrong-but-secret")
        .hasNoCause();
    assertThat(server.toString()).doesNotContain("wrong-but-secret");
  }

  @Test
  void aCertificateThatNobodyTrustsEndsTheReading() {
    for (LdapServer.Security security :
        List.of(LdapServer.Security.LDAPS, LdapServer.Security.START_TLS)) {
      assertThatThrownBy(() -> LdapPeople.of(slapd.server(security, Slapd.PASSWORD)).everybody())
          .isInstanceOf(LdapAccessException.class)
          .hasMessageNotContaining(Slapd.PASSWORD);
    }
  }

  @Test
  void aServerThatIsNotThereIsSaidSo() {
    LdapServer nowhere =
        LdapServer.of("127.0.0.1", 1, LdapServer.Security.NONE, "", "", Slapd.SUFFIX);
    assertThatThrownBy(() -> LdapPeople.of(nowhere).everybody())
        .isInstanceOf(LdapAccessException.class)
        .hasMessageContaining("127.0.0.1:1");
  }

  @Test
  void anotherMachineIsNeverReadInTheClear() {
    assertThatThrownBy(
            () -> LdapServer.of("192.0.2.1", 389, LdapServer.Security.NONE, "", "", Slapd.SUFFIX))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void nobodyReadsWithoutSigningIn() throws LDAPException {
    try (LDAPConnection stranger =
        new LDAPConnection("127.0.0.1", slapd.server(LdapServer.Security.NONE, "").port())) {
      assertThatThrownBy(() -> stranger.getEntry(Slapd.PEOPLE, "cn").getDN())
          .satisfiesAnyOf(
              e -> assertThat(e).isInstanceOf(NullPointerException.class),
              e ->
                  assertThat(((LDAPException) e).getResultCode())
                      .isEqualTo(ResultCode.INSUFFICIENT_ACCESS_RIGHTS));
    }
  }

  private static Employee eva() {
    return Employee.named(EmployeeId.of("eva"), "Eva", "Weiß")
        .roles(
            List.of(
                new Role(
                    DepartmentId.of("billing"),
                    Label.of(Map.of(Locale.ROOT, "Adviser", Locale.GERMAN, "Beraterin")))))
        .topics(List.of(TopicId.of("bills")))
        .languages(List.of(Locale.GERMAN, Locale.ENGLISH))
        .mail("eva@example.org")
        .office(Label.of("7.12"))
        .about(Label.prose("Mag Zahlen, und Menschen."))
        .links(List.of(new Link(URI.create("https://example.org/eva"), "My page")))
        .channel(Channel.MESSAGE)
        .channel(Channel.PHONE, URI.create("tel:+49-89-99998101"))
        .build();
  }

  private static String nextSecond(String time) {
    var form = java.time.format.DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'");
    return form.format(java.time.LocalDateTime.parse(time, form).plusSeconds(1));
  }
}
