package org.visavis.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.visavis.directory.ImportedPeople.Part;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.directory.spi.PeopleIndex;

class SnapshotDirectoryTest {

  private static final EmployeeId ANNA = EmployeeId.of("anna");
  private static final EmployeeId BEN = EmployeeId.of("ben");
  private static final Department BILLING =
      new Department(
          DepartmentId.of("billing"), Label.of("Billing").with(Locale.GERMAN, "Rechnungswesen"));

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);

  private final MemoryDirectoryStore store = new MemoryDirectoryStore();
  private final List<Runnable> committed = new ArrayList<>();
  private final Directory directory = Directory.over(store, index(), CLOCK);

  private static PeopleIndex index() {
    return new TypoTolerantIndex(CLOCK);
  }

  private static Employee anna() {
    return Employee.named(ANNA, "Anna", "Weber")
        .channel(Channel.MESSAGE)
        .consents(Consents.toEverybody(CLOCK.instant(), Basis.ofThePerson()))
        .build();
  }

  private int count(String text) {
    return directory.search(PeopleQuery.everybody().text(text), id -> true).total();
  }

  @Test
  void whatIsSavedIsFoundAtOnce() {
    directory.save(anna());

    assertThat(directory.require(ANNA)).isEqualTo(anna());
    assertThat(store.find(ANNA)).contains(anna());
    assertThat(count("Anna")).isEqualTo(1);
  }

  @Test
  void whatIsRemovedIsGoneEverywhere() {
    directory.save(anna());

    assertThat(directory.remove(ANNA)).isTrue();
    assertThat(directory.remove(ANNA)).isFalse();
    assertThat(directory.find(ANNA)).isEmpty();
    assertThat(directory.everybody()).isEmpty();
    assertThat(count("Anna")).isZero();
  }

  @Test
  void nothingIsVisibleBeforeTheCommit() {
    Directory transactional = Directory.over(store, index(), CLOCK, committed::add);

    transactional.save(anna());
    assertThat(transactional.find(ANNA)).isEmpty();

    committed.forEach(Runnable::run);
    assertThat(transactional.find(ANNA)).isPresent();
  }

  @Test
  void aLateCallbackDoesNotUndoALaterWrite() {
    Directory transactional = Directory.over(store, index(), CLOCK, committed::add);
    Employee renamed = anna().toBuilder().name("Anna", "Weber-Lang").build();
    transactional.save(anna());
    transactional.save(renamed);

    committed.get(1).run();
    committed.get(0).run();

    assertThat(transactional.find(ANNA)).contains(renamed);
  }

  @Test
  void aDirectoryBeginsWithWhatTheStoreHas() {
    store.save(List.of(anna()));
    store.saveDepartments(List.of(BILLING));

    Directory another = Directory.over(store, index(), CLOCK);

    assertThat(another.everybody()).containsExactly(anna());
    assertThat(another.departments()).containsExactly(BILLING);
  }

  @Test
  void reloadTellsWhoIsDifferent() {
    directory.save(anna());
    List<Collection<EmployeeId>> told = new ArrayList<>();
    directory.onChange(told::add);
    store.save(List.of(Employee.named(BEN, "Ben", "Lang").build()));

    directory.reload();

    assertThat(told).singleElement().isEqualTo(Set.of(BEN));
    assertThat(count("Ben")).isEqualTo(1);
  }

  @Test
  void aFailingListenerHarmsNobody() {
    List<Collection<EmployeeId>> told = new ArrayList<>();
    directory.onChange(
        ids -> {
          throw new IllegalStateException("a listener that fails on purpose");
        });
    directory.onChange(told::add);

    assertThatCode(() -> directory.save(anna())).doesNotThrowAnyException();
    assertThat(told).hasSize(1);
  }

  @Test
  void aClosedRegistrationIsToldNothing() throws Exception {
    List<Collection<EmployeeId>> told = new ArrayList<>();
    directory.onChange(told::add).close();

    directory.save(anna());

    assertThat(told).isEmpty();
  }

  @Test
  void anImportIsPlannedBeforeItIsCarriedOut() {
    ImportedPeople file = file(Set.of(Part.NAME), row(anna(), List.of(), List.of()));

    ImportPlan plan = directory.plan(file);
    assertThat(plan.created()).containsExactly(anna());
    assertThat(directory.everybody()).isEmpty();

    directory.apply(plan);
    assertThat(directory.everybody()).containsExactly(anna());

    ImportPlan again = directory.plan(file);
    assertThat(again.created()).isEmpty();
    assertThat(again.changed()).isEmpty();
    assertThat(again.unchanged()).isEqualTo(1);
  }

  @Test
  void whatTheFileHasNoColumnForStays() {
    Employee known =
        anna().toBuilder()
            .mail("anna@example.org")
            .portrait(PortraitId.of("0".repeat(64)))
            .channel(Channel.CHAT)
            .build();
    directory.save(known);
    Employee said =
        Employee.named(ANNA, "Anna", "Lang")
            .channel(Channel.MESSAGE)
            .channel(Channel.PHONE, URI.create("tel:+4989123"))
            .build();

    ImportPlan plan =
        directory.plan(file(Set.of(Part.NAME, Part.PHONE), row(said, List.of(), List.of())));

    Employee after = plan.changed().get(0);
    assertThat(after.familyName()).isEqualTo("Lang");
    assertThat(after.mail()).contains("anna@example.org");
    assertThat(after.portrait()).isPresent();
    assertThat(after.channels())
        .containsOnlyKeys(Channel.MESSAGE, Channel.CHAT, Channel.PHONE)
        .containsEntry(Channel.PHONE, Optional.of(Address.published(URI.create("tel:+4989123"))));
  }

  @Test
  void departmentsAreRecognisedByAnyName() {
    directory.saveDepartments(List.of(BILLING));
    Department asWritten = Department.named("rechnungswesen");
    Department unknown = Department.named("Sales");
    Employee said = anna().toBuilder().departments(List.of(asWritten.id(), unknown.id())).build();

    ImportPlan plan =
        directory.plan(
            file(Set.of(Part.DEPARTMENTS), row(said, List.of(asWritten, unknown), List.of())));

    assertThat(plan.departments()).containsExactly(unknown);
    assertThat(plan.created().get(0).departments()).containsExactly(BILLING.id(), unknown.id());
  }

  @Test
  void anImportAlonePublishesNothing() {
    Employee said = Employee.named(BEN, "Ben", "Lang").languages(List.of(Locale.GERMAN)).build();
    ImportedPeople file = file(Set.of(Part.NAME, Part.LANGUAGES), row(said, List.of(), List.of()));

    directory.apply(directory.plan(file));

    Profile seen = directory.view(BEN, Audience.PUBLIC).orElseThrow();
    assertThat(seen.displayName()).isEqualTo("Ben");
    assertThat(seen.languages()).isEmpty();
    assertThat(count("Lang")).isZero();
  }

  @Test
  void aStatedBasisPublishesWhatNobodyHasDecidedAndNothingElse() {
    Employee said = Employee.named(BEN, "Ben", "Lang").languages(List.of(Locale.GERMAN)).build();
    directory.save(
        said.toBuilder()
            .consents(Consents.none().withdrawn(Attribute.LANGUAGES, CLOCK.instant()))
            .build());
    ImportedPeople file = file(Set.of(Part.NAME, Part.LANGUAGES), row(said, List.of(), List.of()));

    ImportPlan plan = directory.plan(file, Basis.stated("Works agreement 7"));
    directory.apply(plan);

    assertThat(plan.changed()).hasSize(1);
    Consents consents = directory.require(BEN).consents();
    assertThat(consents.byAttribute()).containsOnlyKeys(Attribute.SURNAME, Attribute.LANGUAGES);
    assertThat(consents.find(Attribute.SURNAME).orElseThrow().basis().text())
        .isEqualTo("Works agreement 7");
    assertThat(directory.view(BEN, Audience.PUBLIC).orElseThrow().languages()).isEmpty();
    assertThat(count("Lang")).isEqualTo(1);
    assertThat(directory.plan(file, Basis.stated("Another")).changed()).isEmpty();
  }

  @Test
  void whatIsWithdrawnAfterThePlanWasMadeStaysWithdrawn() {
    directory.save(anna());
    Employee said = Employee.named(ANNA, "Anna", "Lang").build();
    ImportPlan plan = directory.plan(file(Set.of(Part.NAME), row(said, List.of(), List.of())));
    directory.change(
        ANNA,
        anna ->
            anna.toBuilder()
                .consents(anna.consents().withdrawn(Attribute.SURNAME, CLOCK.instant()))
                .ownFields(Set.of(Part.ABOUT))
                .build());

    directory.apply(plan);

    assertThat(directory.require(ANNA).familyName()).isEqualTo("Lang");
    assertThat(directory.require(ANNA).ownFields()).containsExactly(Part.ABOUT);
    assertThat(directory.view(ANNA, Audience.PUBLIC).orElseThrow().displayName()).isEqualTo("Anna");
  }

  @Test
  void whatThePersonKeepsUpIsNotOverwritten() {
    Employee known =
        anna().toBuilder()
            .channel(Channel.CHAT)
            .ownFields(Set.of(Part.TITLE, Part.CHANNELS, Part.PHONE))
            .title(Label.of("My own words"))
            .build();
    directory.save(known);
    Employee said =
        Employee.named(ANNA, "Anna", "Weber")
            .title(Label.of("What the office says"))
            .channel(Channel.PHONE, URI.create("tel:+4989123"))
            .build();

    ImportPlan plan =
        directory.plan(
            file(
                Set.of(Part.NAME, Part.TITLE, Part.PHONE, Part.CHANNELS),
                row(said, List.of(), List.of())));

    assertThat(plan.changed()).isEmpty();
    assertThat(plan.unchanged()).isEqualTo(1);
  }

  private static ImportedPeople.Row row(
      Employee employee, List<Department> departments, List<Topic> topics) {
    return new ImportedPeople.Row(2, employee, departments, topics);
  }

  private static ImportedPeople file(Set<Part> parts, ImportedPeople.Row... rows) {
    return new ImportedPeople(rows.length, parts, List.of(rows), List.of(), List.of());
  }
}
