package org.visavis.directory.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Address;
import org.visavis.directory.Attribute;
import org.visavis.directory.Basis;
import org.visavis.directory.Channel;
import org.visavis.directory.Consent;
import org.visavis.directory.Consents;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Disclosure;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportedPeople.Part;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.NameOrder;
import org.visavis.directory.Portrait;
import org.visavis.directory.PortraitId;
import org.visavis.directory.PortraitImage;
import org.visavis.directory.Role;
import org.visavis.directory.Synonyms;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;

/** What every store of people must promise. */
public interface DirectoryStoreContract {

  Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  /** Answers an empty store. */
  DirectoryStore store();

  /** Runs the work in a transaction of its own, where the store knows such a thing. */
  void inTransaction(Runnable work);

  /** Answers an employee who uses everything that an employee can have. */
  static Employee everything() {
    return Employee.named(EmployeeId.of("a.grosz-1"), "Änne", "Groß\\nert")
        .displayName("Dr. Änne Großnert 🙂")
        .nameOrder(NameOrder.FAMILY_FIRST)
        .formOfAddress("Dr. = h.c.")
        .pronouns(Label.of("she/her").with(Locale.GERMAN, "sie"))
        .roles(
            List.of(
                new Role(
                    DepartmentId.of("sales"),
                    Label.of("Head, of = all").with(Locale.GERMAN, "Leiterin\nvon \\allem")),
                new Role(
                    DepartmentId.of("billing"),
                    Label.of("a = b c").with(Locale.FRENCH, "une\nligne \\ deux")),
                new Role(DepartmentId.of("board"), Label.empty())))
        .topics(List.of(TopicId.of("invoices"), TopicId.of("contracts")))
        .languages(List.of(Locale.GERMAN, Locale.forLanguageTag("pt-BR")))
        .region("DE-BY")
        .timeZone(ZoneId.of("Europe/Berlin"))
        .mail("aenne@example.org")
        .channel(Channel.MESSAGE)
        .channel(Channel.PHONE, URI.create("tel:+4989123456"))
        .channel(Channel.VIDEO, Address.relayed(URI.create("https://example.org/~anne=1")))
        .links(
            List.of(
                new Link(URI.create("https://example.org/a?b=c&d=ü"), "home page = mine"),
                new Link(URI.create("https://example.org/"), "")))
        .portrait(PortraitId.of("ab".repeat(32)))
        .office(Label.of("Tower\n3 = top"))
        .about(Label.prose(Map.of(Locale.GERMAN, "Ich\nhelfe gern. ".repeat(100))))
        .leavesOn(LocalDate.of(2028, 2, 29))
        .consents(
            Consents.of(
                    EnumSet.of(Attribute.PHOTO, Attribute.SURNAME),
                    new Consent(Disclosure.PUBLIC, NOON, Basis.ofThePerson()))
                .with(
                    Attribute.TELEPHONE,
                    new Consent(
                        Disclosure.KNOWN_CUSTOMERS, NOON, Basis.stated("Works = agreement\n\\7")))
                .with(
                    Attribute.LINKS,
                    new Consent(Disclosure.COLLEAGUES, NOON, Basis.beforeRecords()))
                .withdrawn(Attribute.MOBILE, NOON.plusMillis(1)))
        .ownFields(Set.of(Part.ABOUT, Part.FORM_OF_ADDRESS))
        .build();
  }

  private static Employee plain(String id) {
    return Employee.named(EmployeeId.of(id), "", "Person " + id).build();
  }

  private List<Employee> all() {
    List<Employee> all = new ArrayList<>();
    store().forEach(all::add);
    return all;
  }

  @Test
  default void anEmptyStoreAnswersNothing() {
    assertThat(store().find(EmployeeId.of("nobody"))).isEmpty();
    assertThat(all()).isEmpty();
    assertThat(store().departments()).isEmpty();
    assertThat(store().topics()).isEmpty();
    assertThat(store().findPortrait(PortraitId.of("00".repeat(32)), 96)).isEmpty();
  }

  @Test
  default void everyPartOfAPersonComesBack() {
    inTransaction(() -> store().save(List.of(everything(), plain("b"))));

    assertThat(store().find(everything().id())).contains(everything());
    assertThat(store().find(EmployeeId.of("b"))).contains(plain("b"));
    assertThat(all()).containsExactlyInAnyOrder(everything(), plain("b"));
  }

  @Test
  default void savingReplacesWhatWasThere() {
    inTransaction(() -> store().save(List.of(everything())));
    Employee bare = Employee.named(everything().id(), "A", "B").build();

    inTransaction(() -> store().save(List.of(bare)));

    assertThat(all()).containsExactly(bare);
  }

  @Test
  default void savingAnEqualOneAgainChangesNothing() {
    inTransaction(() -> store().save(List.of(everything())));
    inTransaction(() -> store().save(List.of(everything())));

    assertThat(all()).containsExactly(everything());
  }

  @Test
  default void ofTwoWithTheSameIdTheLaterOneCounts() {
    Employee later = Employee.named(EmployeeId.of("b"), "Later", "One").build();

    inTransaction(() -> store().save(List.of(plain("b"), later)));

    assertThat(all()).containsExactly(later);
  }

  @Test
  default void idsThatDifferInCaseAreDifferentPeople() {
    inTransaction(() -> store().save(List.of(plain("b"), plain("B"))));

    assertThat(store().find(EmployeeId.of("B"))).contains(plain("B"));
    assertThat(all()).hasSize(2);
  }

  @Test
  default void removingAnswersWhetherThereWasSomebody() {
    inTransaction(() -> store().save(List.of(plain("b"))));
    List<Boolean> answers = new ArrayList<>();

    inTransaction(() -> answers.add(store().remove(EmployeeId.of("b"))));
    inTransaction(() -> answers.add(store().remove(EmployeeId.of("b"))));

    assertThat(answers).containsExactly(true, false);
    assertThat(store().find(EmployeeId.of("b"))).isEmpty();
  }

  @Test
  default void aThousandAndMoreComeBackEachOnce() {
    List<Employee> many =
        IntStream.range(0, 1_234).mapToObj(i -> plain("p" + (i * 7_919) % 10_007)).toList();

    inTransaction(() -> store().save(many));

    assertThat(all()).containsExactlyInAnyOrderElementsOf(many);
  }

  @Test
  default void aPersonWithATitleAndWithoutADepartmentComesBack() {
    Employee adviser = plain("b").toBuilder().title(Label.of("Adviser")).build();

    inTransaction(() -> store().save(List.of(adviser)));

    assertThat(all()).containsExactly(adviser);
  }

  @Test
  default void departmentsAndTopicsComeBackOrderedById() {
    Department billing =
        new Department(
            DepartmentId.of("billing"),
            Label.of("Billing").with(Locale.GERMAN, "Rechnungen"),
            Synonyms.of("IBAN = wrong", "back\\slash")
                .with(Locale.GERMAN, List.of("Rechnung zu hoch", "Mahnung")),
            Optional.of(DepartmentId.of("sales")),
            Optional.of(EmployeeId.of("a.grosz-1")));
    Department sales = Department.named("Sales");
    Topic invoices =
        Topic.named("Invoices")
            .withSynonyms(Synonyms.none().with(Locale.ENGLISH, List.of("bill too high")));
    Topic aToZ = Topic.named("A to Z");

    inTransaction(
        () -> {
          store().saveDepartments(List.of(sales, billing));
          store().saveTopics(List.of(invoices, aToZ));
        });

    assertThat(store().departments()).containsExactly(billing, sales);
    assertThat(store().topics()).containsExactly(aToZ, invoices);
  }

  @Test
  default void aDepartmentAndATopicCanBeRenamed() {
    Department renamed = new Department(DepartmentId.of("sales"), Label.of("Vertrieb"));
    Topic renamedTopic = new Topic(TopicId.of("invoices"), Label.of("Rechnungen"));
    inTransaction(
        () -> {
          store().saveDepartments(List.of(Department.named("Sales")));
          store().saveTopics(List.of(Topic.named("Invoices")));
        });

    inTransaction(
        () -> {
          store().saveDepartments(List.of(renamed));
          store().saveTopics(List.of(renamedTopic));
        });

    assertThat(store().departments()).containsExactly(renamed);
    assertThat(store().topics()).containsExactly(renamedTopic);
  }

  @Test
  default void aPortraitComesBackByteByByte() {
    byte[] bytes = new byte[70_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i * 31);
    }
    PortraitImage image = PortraitImage.of(400, "image/webp", bytes);
    Portrait portrait = Portrait.of(List.of(image));

    inTransaction(() -> store().savePortrait(portrait));
    inTransaction(() -> store().savePortrait(portrait));

    PortraitImage found = store().findPortrait(portrait.id(), 400).orElseThrow();
    assertThat(found.bytes()).isEqualTo(bytes);
    assertThat(found.mediaType()).isEqualTo("image/webp");
    assertThat(found.side()).isEqualTo(400);
  }

  @Test
  default void theImageOfTheWantedSideIsAnsweredOrTheNextOne() {
    Portrait portrait = portrait(1);
    inTransaction(() -> store().savePortrait(portrait));

    assertThat(side(portrait, 1)).isEqualTo(96);
    assertThat(side(portrait, 96)).isEqualTo(96);
    assertThat(side(portrait, 97)).isEqualTo(384);
    assertThat(side(portrait, 385)).isEqualTo(384);
  }

  private int side(Portrait portrait, int wanted) {
    return store().findPortrait(portrait.id(), wanted).orElseThrow().side();
  }

  private static Portrait portrait(int content) {
    return Portrait.of(
        List.of(
            PortraitImage.of(384, "image/jpeg", new byte[] {(byte) content, 2}),
            PortraitImage.of(96, "image/jpeg", new byte[] {(byte) content})));
  }

  @Test
  default void onlyPortraitsThatNobodyHasAreRemoved() {
    Portrait mine = portrait(1);
    Portrait nobodys = portrait(2);
    Portrait other = portrait(3);
    inTransaction(
        () -> {
          List.of(mine, nobodys, other).forEach(store()::savePortrait);
          store().save(List.of(plain("b").toBuilder().portrait(mine.id()).build(), plain("c")));
        });

    inTransaction(() -> store().removeUnusedPortraits(List.of(mine.id(), nobodys.id())));

    assertThat(store().findPortrait(mine.id(), 96)).isPresent();
    assertThat(store().findPortrait(nobodys.id(), 96)).isEmpty();
    assertThat(store().findPortrait(nobodys.id(), 384)).isEmpty();
    assertThat(store().findPortrait(other.id(), 96)).isPresent();

    inTransaction(
        () -> {
          store().save(List.of(plain("b")));
          store().removeUnusedPortraits(List.of(mine.id()));
        });

    assertThat(store().findPortrait(mine.id(), 96)).isEmpty();
  }
}
