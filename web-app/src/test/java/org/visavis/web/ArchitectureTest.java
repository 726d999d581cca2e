package org.visavis.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.visavis.web.architecture.WebRules;

/** The rules hold in the web application, and each fails on a class that breaks it. */
@TestInstance(Lifecycle.PER_CLASS)
class ArchitectureTest {

  private static final int CLASSES_AT_LEAST = 150;

  private final WebRules rules = WebRules.below("org.visavis.web");
  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.visavis.web");

  private final WebRules fixtureRules = WebRules.below("org.visavis.web.fixture");
  private final JavaClasses fixture =
      new ClassFileImporter().importPackages("org.visavis.web.fixture");

  @TestFactory
  Stream<DynamicTest> theHouseRulesHold() {
    return rules.all().entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(),
                    () -> rule.getValue().check(WebRules.spokenTo(rule.getValue(), classes))));
  }

  @Test
  void enoughClassesAreLookedAt() {
    assertThat(classes.size()).isGreaterThanOrEqualTo(CLASSES_AT_LEAST);
    for (String name : List.of("portal", "workspace", "admin", "identity", "live", "wiring")) {
      assertThat(classes.containPackage("org.visavis.web." + name)).as(name).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "every class is in a package by what a person does, Stray",
    "only the wiring knows adapters, UsesAnAdapter",
    "only the wiring knows stores, UsesAStore",
    "only the wiring makes cores, MakesACore",
    "'a view holds what a page shows, and knows no core', KnowsACoreView",
    "nobody needs the demo, NeedsTheDemo",
    "packages are free of cycles, SendsLater",
    "only hints for whoever started the server are printed, Prints",
    "entities are package-private and called …Row, PublicEntity",
    "names say what a class is, FixtureService",
    "the time comes in from outside, ReadsTheWallClock",
  })
  void aRuleFailsOnTheClassThatBreaksIt(String description, String culprit) {
    assertThat(complaints(description)).contains(culprit).doesNotContain("DoesItProperly");
  }

  @Test
  void everyRuleHasAClassThatBreaksIt() {
    assertThat(fixtureRules.all().keySet())
        .allSatisfy(it -> assertThat(complaints(it)).isNotEmpty());
  }

  private String complaints(String description) {
    ArchRule rule = Objects.requireNonNull(fixtureRules.all().get(description), description);
    return String.join(
        "\n", rule.evaluate(WebRules.spokenTo(rule, fixture)).getFailureReport().getDetails());
  }
}
