package org.visavis.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Address;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Consents;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportPlan;
import org.visavis.directory.ImportedPeople.Part;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.Profile;
import org.visavis.directory.Role;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;

class ScimPeopleTest {

  private static final Instant NOW = Instant.parse("2026-05-04T10:00:00Z");
  private static final EmployeeId IDA = EmployeeId.of("ida");

  /** As an identity provider writes it. */
  private static final String USER =
      """
      {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "userName": "ida@example.org",
       "externalId": "7", "active": true, "displayName": "Ida Weiß", "title": "Adviser",
       "name": {"formatted": "Ida Weiß", "givenName": "Ida", "familyName": "Weiß"},
       "preferredLanguage": "de-DE", "timezone": "Europe/Berlin",
       "emails": [{"value": "private@home.example", "type": "home"},
                  {"value": "ida@example.org", "type": "work", "primary": true}],
       "phoneNumbers": [{"value": "tel:+49-30-23125000", "type": "work"},
                        {"value": "+49 151 23456789", "type": "mobile"}],
       "addresses": [{"type": "work", "country": "DE", "region": "BB", "locality": "Potsdam"}],
       "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "Billing"}}
      """;

  private Directory directory;

  @BeforeEach
  void anEmptyDirectory() {
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    directory = Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(clock), clock);
  }

  private Names names() {
    return Names.of(directory, Locale.ENGLISH);
  }

  private ImportPlan plan(JsonObject user) {
    return directory.plan(ScimPeople.read(user, IDA, directory.find(IDA), names(), NOW));
  }

  private Employee provisioned(JsonObject user) {
    directory.apply(plan(user));
    return directory.require(IDA);
  }

  private static JsonObject user(String json) {
    return ScimFilterTest.json(json);
  }

  private Employee patched(String operations) {
    JsonObject patch = user("{\"Operations\": [" + operations + "]}");
    return provisioned(
        ScimPatch.apply(ScimPeople.changeable(directory.require(IDA), names(), NOW), patch));
  }

  @Test
  void aUserIsUnderstood() {
    Employee ida = provisioned(user(USER));

    assertThat(ida)
        .isEqualTo(
            Employee.named(IDA, "Ida", "Weiß")
                .title(Label.of("Adviser"))
                .departments(List.of(DepartmentId.of("billing")))
                .languages(List.of(Locale.GERMAN))
                .timeZone(ZoneId.of("Europe/Berlin"))
                .region("DE-BB")
                .mail("ida@example.org")
                .channel(Channel.MESSAGE)
                .channel(Channel.PHONE, URI.create("tel:+49-30-23125000"))
                .links(List.of(new Link(URI.create("tel:+49-1512-3456789"), "mobile")))
                .build());
    assertThat(directory.departments()).containsExactly(Department.named("Billing"));
  }

  @Test
  void provisioningPublishesNothingByItself() {
    provisioned(user(USER));

    Profile seen = directory.view(IDA, Audience.PUBLIC).orElseThrow();
    assertThat(seen.displayName()).isEqualTo("Ida");
    assertThat(seen.mail()).isEmpty();
    assertThat(seen.links()).isEmpty();
    assertThat(seen.languages()).isEmpty();
    assertThat(directory.require(IDA).consents()).isEqualTo(Consents.none());
  }

  @Test
  void theSameUserAgainChangesNothing() {
    provisioned(user(USER));

    assertThat(plan(user(USER)).changed()).isEmpty();
    assertThat(plan(ScimPeople.write(directory.require(IDA), names(), NOW)).changed()).isEmpty();
  }

  @Test
  void whatScimCannotSayStays() {
    Employee before =
        Employee.named(IDA, "Ida", "Weiß")
            .roles(
                List.of(
                    new Role(
                        DepartmentId.of("billing"),
                        Label.of("Beraterin").with(Locale.ENGLISH, "Adviser")),
                    new Role(DepartmentId.of("works-council"), Label.of("Chair"))))
            .languages(List.of(Locale.GERMAN, Locale.FRENCH))
            .channel(Channel.CHAT)
            .channel(Channel.PHONE, Address.relayed(URI.create("tel:+49-30-23125000")))
            .links(List.of(new Link(URI.create("https://ida.example"), "Blog")))
            .about(Label.prose("Reads bills"))
            .leavesOn(LocalDate.of(2027, 1, 31))
            .build();
    directory.saveDepartments(
        List.of(
            new Department(DepartmentId.of("billing"), Label.of("Bills")),
            Department.named("Works council")));
    directory.save(before);

    assertThat(plan(ScimPeople.write(before, names(), NOW)).changed()).isEmpty();
    Employee after =
        patched(
            """
            {"op": "replace", "path": "phoneNumbers[type eq \\"mobile\\"].value", "value": "+49 151 23456789"},
            {"op": "replace", "path": "preferredLanguage", "value": "en"}
            """);

    assertThat(after)
        .isEqualTo(
            before.toBuilder()
                .languages(List.of(Locale.ENGLISH, Locale.GERMAN, Locale.FRENCH))
                .links(
                    List.of(
                        new Link(URI.create("https://ida.example"), "Blog"),
                        new Link(URI.create("tel:+49-1512-3456789"), "mobile")))
                .build());
  }

  @Test
  void anotherDepartmentTakesThePlaceOfTheMainOneAlone() {
    provisioned(user(USER));
    directory.change(
        IDA,
        ida ->
            ida.toBuilder()
                .departments(List.of(DepartmentId.of("billing"), DepartmentId.of("support")))
                .build());

    Employee moved =
        patched(
            """
            {"op": "Replace", "value":
             {"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department": "Sales"}}
            """);

    assertThat(moved.departments())
        .containsExactly(DepartmentId.of("sales"), DepartmentId.of("support"));
    assertThat(moved.title()).isEqualTo(Label.of("Adviser"));
    assertThat(provisioned(user("{\"name\": {\"givenName\": \"Ida\"}}")).departments()).hasSize(2);
  }

  @Test
  void aNewSurnameChangesTheShownName() {
    provisioned(user(USER));

    Employee married =
        patched("{\"op\": \"replace\", \"path\": \"name.familyName\", \"value\": \"Schwarz\"}");

    assertThat(married.displayName()).isEqualTo("Ida Schwarz");
  }

  @Test
  void whatPeopleKeepUpThemselvesIsNotOverwritten() {
    provisioned(user(USER));
    directory.change(
        IDA,
        ida ->
            ida.toBuilder()
                .languages(List.of(Locale.FRENCH))
                .ownFields(Set.of(Part.LANGUAGES, Part.LINKS))
                .build());

    ImportPlan again = plan(user(USER));

    assertThat(again.changed()).isEmpty();
    assertThat(again.kept()).hasSize(1);
  }

  @Test
  void whoIsNotActiveHasLeftAtOnceAndComesBackWhole() {
    Employee ida = provisioned(user(USER));

    Employee gone = patched("{\"op\": \"Replace\", \"path\": \"active\", \"value\": \"False\"}");

    assertThat(gone.hasLeft(NOW)).isTrue();
    assertThat(gone.leavesOn()).contains(LocalDate.of(2026, 5, 3));
    assertThat(directory.view(IDA, Audience.PUBLIC)).isEmpty();
    assertThat(ScimPeople.write(gone, names(), NOW).getBoolean("active")).isFalse();
    assertThat(plan(ScimPeople.write(gone, names(), NOW)).changed()).isEmpty();
    assertThat(patched("{\"op\": \"replace\", \"value\": {\"active\": true}}")).isEqualTo(ida);
  }

  @Test
  void aValueThatIsNotOfItsFormIsRefusedByItsName() {
    assertThatThrownBy(() -> plan(user("{\"name\":{\"givenName\":\"I\"},\"timezone\":\"Mars\"}")))
        .isInstanceOf(ScimException.class)
        .hasMessage("timezone is malformed: Mars");
    assertThatThrownBy(() -> plan(user("{\"name\":{\"givenName\":7}}")))
        .isInstanceOf(ScimException.class)
        .hasMessageContaining("name.givenName");
    assertThatThrownBy(() -> plan(user("{\"name\":{\"givenName\":\"I\"},\"active\":\"maybe\"}")))
        .isInstanceOf(ScimException.class)
        .hasMessageContaining("active");
    assertThatThrownBy(() -> plan(user("{\"userName\":\"x\"}")))
        .isInstanceOf(ScimException.class)
        .hasMessage("displayName is missing");
  }

  @Provide
  Arbitrary<Employee> people() {
    return SamplePeople.person();
  }

  @Property(tries = 300)
  void whateverIsKnownOfSomebodyWritingAndReadingChangesNothing(@ForAll("people") Employee person) {
    anEmptyDirectory();
    Employee known = person.toBuilder().leavesOn(null).build();
    directory.saveDepartments(
        known.departments().stream().map(d -> new Department(d, Label.of(d.value()))).toList());
    directory.save(known);

    ImportPlan plan =
        directory.plan(
            ScimPeople.read(
                ScimPeople.write(known, names(), NOW),
                known.id(),
                Optional.of(known),
                names(),
                NOW));

    assertThat(plan.changed()).isEmpty();
    assertThat(plan.unchanged()).isEqualTo(1);
  }
}
