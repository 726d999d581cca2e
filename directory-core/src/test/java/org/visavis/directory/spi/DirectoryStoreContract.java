package org.visavis.directory.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Channel;
import org.visavis.directory.Department;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.Portrait;
import org.visavis.directory.PortraitId;
import org.visavis.directory.Topic;
import org.visavis.directory.TopicId;

/** What every store of people must promise. */
public interface DirectoryStoreContract {

  /** Answers an empty store. */
  DirectoryStore store();

  /** Runs the work in a transaction of its own, where the store knows such a thing. */
  void inTransaction(Runnable work);

  /** Answers an employee who uses everything that an employee can have. */
  static Employee everything() {
    return Employee.named(EmployeeId.of("a.grosz-1"), "Änne", "Groß\\nert")
        .displayName("Dr. Änne Großnert 🙂")
        .title(Label.of("Head, of = all").with(Locale.GERMAN, "Leiterin\nvon \\allem"))
        .departments(List.of(DepartmentId.of("sales"), DepartmentId.of("billing")))
        .topics(List.of(TopicId.of("invoices"), TopicId.of("contracts")))
        .languages(List.of(Locale.GERMAN, Locale.forLanguageTag("pt-BR")))
        .region("DE-BY")
        .timeZone(ZoneId.of("Europe/Berlin"))
        .mail("aenne@example.org")
        .channel(Channel.MESSAGE)
        .channel(Channel.PHONE, URI.create("tel:+4989123456"))
        .links(
            List.of(
                new Link(URI.create("https://example.org/a?b=c&d=ü"), "home page = mine"),
                new Link(URI.create("https://example.org/"), "")))
        .portrait(PortraitId.of("ab".repeat(32)))
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
    assertThat(store().findPortrait(PortraitId.of("00".repeat(32)))).isEmpty();
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
  default void departmentsAndTopicsComeBackOrderedById() {
    Department billing =
        new Department(
            DepartmentId.of("billing"), Label.of("Billing").with(Locale.GERMAN, "Rechnungen"));
    Department sales = Department.named("Sales");
    Topic invoices = Topic.named("Invoices");
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
    Portrait portrait = Portrait.of("image/webp", bytes);

    inTransaction(() -> store().savePortrait(portrait));
    inTransaction(() -> store().savePortrait(portrait));

    Portrait found = store().findPortrait(portrait.id()).orElseThrow();
    assertThat(found.bytes()).isEqualTo(bytes);
    assertThat(found.mediaType()).isEqualTo("image/webp");
    assertThat(found.id()).isEqualTo(portrait.id());
  }
}
