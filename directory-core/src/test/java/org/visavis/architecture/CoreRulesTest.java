package org.visavis.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule fails on a class that breaks it, and says which one. */
@TestInstance(Lifecycle.PER_CLASS)
class CoreRulesTest {

  private static final String FIXTURE = "org.visavis.architecture.fixture";

  private final CoreRules rules =
      CoreRules.of(FIXTURE).adapter("memory").adapter("jpa", "jakarta.persistence..");
  private final JavaClasses fixture = new ClassFileImporter().importPackages(FIXTURE);

  private String complaintOf(String description) {
    ArchRule rule =
        rules.rules().stream()
            .filter(candidate -> candidate.getDescription().equals(description))
            .findFirst()
            .orElseThrow(() -> new AssertionError("There is no rule: " + description));
    return String.join("\n", rule.evaluate(fixture).getFailureReport().getDetails());
  }

  @ParameterizedTest
  @CsvSource({
    "every class is in a package that the design knows, Stray",
    "the root uses only its SPI, UsesAnAdapter",
    "the SPI uses only the root, UsesTheMemory",
    "'the package memory uses only root, SPI and its libraries', UsesAnotherAdapter",
    "'the package jpa uses only root, SPI and its libraries', UsesALibrary",
    "packages are free of cycles, UsesTheRoot",
    "the time comes in from outside, ReadsTheWallClock",
    "the time comes in from outside, ReadsTheSystemMillis",
    "the time comes in from outside, ReadsTheDayOfAZone",
    "there is no static state, KeepsACounter",
    "there is no static state, KeepsAVariable",
    "messages go to System.Logger only, LogsElsewhere",
    "messages go to System.Logger only, PrintsToTheConsole",
    "entities are package-private and called …Row, PublicEntity",
    "names say what a class is, FixtureService",
  })
  void aRuleFailsOnTheClassThatBreaksIt(String description, String culprit) {
    assertThat(complaintOf(description)).contains(culprit);
  }

  @Test
  void aRuleLeavesProperClassesAlone() {
    String complaints =
        rules.rules().stream()
            .filter(rule -> !rule.getDescription().contains("cycles"))
            .map(rule -> String.join("\n", rule.evaluate(fixture).getFailureReport().getDetails()))
            .collect(Collectors.joining("\n"));

    assertThat(complaints).doesNotContain("KeepsTimeProperly", "UsableByAll", "UsesTheRoot");
  }

  @Test
  void aMisspeltAdapterIsNoticed() {
    List<ArchRule> misspelt = CoreRules.of(FIXTURE).adapter("memroy").rules();

    assertThatThrownBy(
            () ->
                misspelt.stream()
                    .filter(rule -> rule.getDescription().contains("memroy"))
                    .forEach(rule -> rule.check(fixture)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("failed to check any classes");
  }

  @Test
  void aFloorThatIsNotReachedFails() {
    assertThatThrownBy(
            () ->
                CoreRules.of("org.visavis.nowhere")
                    .tests(1)
                    .findFirst()
                    .orElseThrow()
                    .getExecutable()
                    .execute())
        .hasMessageContaining("Only 0 classes");
  }
}
