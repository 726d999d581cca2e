package org.visavis.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;

/** A portrait is kept for as long as somebody has it and may show it, and not longer. */
class KeptPortraitsTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);
  private static final EmployeeId ANNA = EmployeeId.of("anna");
  private static final EmployeeId BEN = EmployeeId.of("ben");
  private static final Portrait OLD = portrait(1);
  private static final Portrait NEW = portrait(2);

  private final Directory directory =
      Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(CLOCK), CLOCK);

  private static Portrait portrait(int content) {
    return Portrait.of(List.of(PortraitImage.of(96, "image/jpeg", new byte[] {(byte) content})));
  }

  private static Employee shown(EmployeeId id) {
    return Employee.named(id, "Given", "Family")
        .portrait(OLD.id())
        .consents(Consents.toEverybody(CLOCK.instant(), Basis.ofThePerson()))
        .build();
  }

  @BeforeEach
  void keep() {
    directory.keepPortrait(OLD);
    directory.keepPortrait(NEW);
    directory.save(shown(ANNA));
  }

  private boolean isKept(Portrait portrait) {
    return directory.findPortrait(portrait.id(), 96).isPresent();
  }

  @Test
  void aNewPortraitRemovesTheOldOne() {
    directory.save(shown(ANNA).toBuilder().portrait(NEW.id()).build());

    assertThat(isKept(OLD)).isFalse();
    assertThat(isKept(NEW)).isTrue();
  }

  @Test
  void aPortraitThatIsGivenUpOrWhosePersonIsRemovedIsGone() {
    directory.change(ANNA, anna -> anna.toBuilder().portrait(null).build());

    assertThat(isKept(OLD)).isFalse();

    directory.keepPortrait(OLD);
    directory.save(shown(ANNA));
    directory.remove(ANNA);

    assertThat(isKept(OLD)).isFalse();
  }

  @Test
  void aPortraitThatSomebodyElseHasStays() {
    directory.save(shown(BEN));

    directory.remove(ANNA);

    assertThat(isKept(OLD)).isTrue();
  }

  @Test
  void aPhotoThatIsWithdrawnIsGoneFromTheStore() {
    Employee after =
        directory.change(
            ANNA,
            anna ->
                anna.toBuilder()
                    .consents(anna.consents().withdrawn(Attribute.PHOTO, CLOCK.instant()))
                    .build());

    assertThat(after.portrait()).isEmpty();
    assertThat(directory.require(ANNA)).isEqualTo(after);
    assertThat(isKept(OLD)).isFalse();
  }

  @Test
  void aPhotoThatNobodyWasAskedAboutIsKeptAndNotShown() {
    directory.save(shown(ANNA).toBuilder().consents(Consents.none()).build());

    assertThat(isKept(OLD)).isTrue();
    assertThat(directory.view(ANNA, Audience.COLLEAGUE).flatMap(Profile::portrait)).isEmpty();
  }

  @Test
  void anOlderPlanDoesNotBringAnOldPortraitBack() {
    Employee said = Employee.named(ANNA, "Anna", "Brandt").build();
    ImportPlan plan =
        directory.plan(
            new ImportedPeople(
                1,
                Set.of(ImportedPeople.Part.NAME),
                List.of(new ImportedPeople.Row(2, said, List.of(), List.of())),
                List.of(),
                List.of()));
    directory.save(shown(ANNA).toBuilder().portrait(NEW.id()).build());

    directory.apply(plan);

    assertThat(directory.require(ANNA).familyName()).isEqualTo("Brandt");
    assertThat(directory.require(ANNA).portrait()).isEqualTo(Optional.of(NEW.id()));
    assertThat(isKept(NEW)).isTrue();
  }

  @Test
  void aPortraitHasOneImageOfEachSide() {
    PortraitImage image = PortraitImage.of(96, "image/jpeg", new byte[] {1});

    assertThatThrownBy(() -> Portrait.of(List.of(image, image)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Portrait.of(List.of())).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> PortraitImage.of(0, "image/jpeg", new byte[] {1}))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
