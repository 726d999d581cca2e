package org.visavis.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.visavis.directory.ImportedPeople.Part;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;

class ImportPlanTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
  private static final EmployeeId EVA = EmployeeId.of("eva");

  private final Directory directory =
      Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(CLOCK), CLOCK);

  @Test
  void aPlanForSomebodyWhoWasChangedMeanwhileIsRefusedWhole() {
    directory.save(eva().build());
    ImportPlan plan =
        directory.plan(
            file(
                Set.of(Part.OFFICE),
                eva().office(Label.of("Room 1")).build(),
                Employee.named(EmployeeId.of("bo"), "Bo", "Braun").build()));
    directory.change(EVA, before -> before.toBuilder().office(Label.of("Room 9")).build());

    assertThatThrownBy(() -> directory.apply(plan))
        .isInstanceOf(ImportPlanOutdatedException.class)
        .hasMessageContaining("eva");
    assertThat(directory.find(EmployeeId.of("bo"))).isEmpty();
    assertThat(directory.require(EVA).office()).isEqualTo(Label.of("Room 9"));
  }

  @Test
  void aPlanThatCreatesSomebodyWhoMeanwhileExistsOrChangesSomebodyWhoIsGoneIsRefused() {
    directory.save(eva().build());
    ImportPlan changing =
        directory.plan(file(Set.of(Part.OFFICE), eva().office(Label.of("Room 1")).build()));
    directory.remove(EVA);
    assertThatThrownBy(() -> directory.apply(changing))
        .isInstanceOf(ImportPlanOutdatedException.class);
    ImportPlan creating = directory.plan(file(Set.of(Part.OFFICE), eva().build()));
    directory.save(eva().build());
    assertThatThrownBy(() -> directory.apply(creating))
        .isInstanceOf(ImportPlanOutdatedException.class);
  }

  @Test
  void aConsentGivenMeanwhileDoesNotStandInTheWay() {
    directory.save(eva().build());
    ImportPlan plan =
        directory.plan(
            file(Set.of(Part.OFFICE), eva().office(Label.of("Room 1")).build()),
            Basis.stated("works agreement"));
    directory.change(
        EVA,
        before ->
            before.toBuilder()
                .consents(before.consents().withdrawn(Attribute.OFFICE, CLOCK.instant()))
                .build());
    directory.apply(plan);
    assertThat(directory.require(EVA).office()).isEqualTo(Label.of("Room 1"));
    assertThat(directory.view(EVA, Audience.PUBLIC).orElseThrow().office().isEmpty()).isTrue();
  }

  @Test
  void theSamePlanHasTheSameFingerprintAndAnotherOneAnother() {
    directory.save(eva().build());
    ImportedPeople file = file(Set.of(Part.OFFICE), eva().office(Label.of("Room 1")).build());
    String looked = directory.plan(file).fingerprint();
    assertThat(directory.plan(file).fingerprint()).isEqualTo(looked);
    assertThat(directory.plan(file, Basis.stated("law")).fingerprint()).isEqualTo(looked);
    directory.change(EVA, before -> before.toBuilder().formOfAddress("Dr.").build());
    assertThat(directory.plan(file).fingerprint()).isNotEqualTo(looked);
  }

  @Test
  void whatSomebodyKeepsUpIsNotOverwrittenAndThePlanSaysSo() {
    directory.save(
        eva().about(Label.prose("Mine")).ownFields(Set.of(Part.ABOUT, Part.TITLE)).build());
    ImportPlan plan =
        directory.plan(
            file(
                Set.of(Part.ABOUT, Part.OFFICE, Part.ROLES),
                eva()
                    .about(Label.prose("Theirs"))
                    .office(Label.of("Room 1"))
                    .roles(List.of(new Role(DepartmentId.of("sales"), Label.of("Chief"))))
                    .build()));
    assertThat(plan.kept())
        .containsExactly(new ImportPlan.Kept(EVA, Set.of(Part.ABOUT, Part.ROLES)));
    directory.apply(plan);
    assertThat(directory.require(EVA).about()).isEqualTo(Label.prose("Mine"));
    assertThat(directory.require(EVA).office()).isEqualTo(Label.of("Room 1"));
    assertThat(directory.require(EVA).roles()).isEmpty();
  }

  @Test
  void rolesAreTakenOverAndOneWithoutATitleKeepsTheOneThatItHas() {
    directory.saveDepartments(
        List.of(
            new Department(DepartmentId.of("d1"), Label.of(Map.of(Locale.GERMAN, "Abrechnung"))),
            new Department(DepartmentId.of("d2"), Label.of("Sales"))));
    directory.save(
        eva().roles(List.of(new Role(DepartmentId.of("d2"), Label.of("Chief")))).build());
    Employee said =
        eva()
            .roles(
                List.of(
                    new Role(DepartmentId.of("abrechnung"), Label.of("Clerk")),
                    new Role(DepartmentId.of("sales"), Label.empty())))
            .build();
    ImportPlan plan =
        directory.plan(
            new ImportedPeople(
                1,
                Set.of(Part.ROLES),
                List.of(
                    new ImportedPeople.Row(
                        2,
                        said,
                        List.of(Department.named("Abrechnung"), Department.named("Sales")),
                        List.of())),
                List.of(),
                List.of()));
    assertThat(plan.departments()).isEmpty();
    directory.apply(plan);
    assertThat(directory.require(EVA).roles())
        .containsExactly(
            new Role(DepartmentId.of("d1"), Label.of("Clerk")),
            new Role(DepartmentId.of("d2"), Label.of("Chief")));
  }

  private static Employee.Builder eva() {
    return Employee.named(EVA, "Eva", "Weiß");
  }

  private static ImportedPeople file(Set<Part> parts, Employee... people) {
    return new ImportedPeople(
        people.length,
        parts,
        Arrays.stream(people)
            .map(one -> new ImportedPeople.Row(2, one, List.of(), List.of()))
            .toList(),
        List.of(),
        List.of());
  }
}
