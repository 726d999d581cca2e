package org.visavis.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules that hold inside every core module. A core's architecture test names its root package
 * and adapters, and runs {@link #tests}. {@code CoreRulesTest} proves that each rule can fail.
 */
public final class CoreRules {

  private static final String[] EVERYWHERE = {"java..", "org.jspecify.."};

  private final String root;
  private final List<String> floorsBelow;
  private final Map<String, List<String>> adapters = new LinkedHashMap<>();
  private final List<String> rootUses = new ArrayList<>();

  private CoreRules(String root, List<String> floorsBelow) {
    this.root = root;
    this.floorsBelow = floorsBelow;
  }

  /**
   * Begins the rules of a core.
   *
   * @param root its root package, such as {@code org.visavis.presence}
   * @param floorsBelow the root packages of the cores that it may use
   */
  public static CoreRules of(String root, String... floorsBelow) {
    return new CoreRules(root, List.of(floorsBelow));
  }

  /**
   * Lets the root use a library, for a value that only the library understands.
   *
   * @param libraries package identifiers such as {@code com.google.i18n.phonenumbers..}
   */
  public CoreRules rootUses(String... libraries) {
    rootUses.addAll(List.of(libraries));
    return this;
  }

  /**
   * Adds a package beside the root: it may use the root, the SPI, the floors below and these
   * libraries, and no other adapter.
   *
   * @param name its last part, such as {@code jpa}
   * @param libraries package identifiers such as {@code jakarta.persistence..}
   */
  public CoreRules adapter(String name, String... libraries) {
    adapters.put(name, List.of(libraries));
    return this;
  }

  /** Answers one test for each rule, and one that enough classes were looked at. */
  public Stream<DynamicTest> tests(int classesAtLeast) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(root);
    DynamicTest floor =
        DynamicTest.dynamicTest(
            "at least " + classesAtLeast + " classes are looked at",
            () -> {
              if (classes.size() < classesAtLeast) {
                throw new AssertionError("Only " + classes.size() + " classes in " + root);
              }
            });
    return Stream.concat(
        Stream.of(floor),
        rules().stream()
            .map(
                rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(classes))));
  }

  /** Answers all rules. */
  public List<ArchRule> rules() {
    List<ArchRule> rules = new ArrayList<>();
    rules.add(onlyDeclaredPackages());
    List<String> ofTheRoot = new ArrayList<>(rootUses);
    ofTheRoot.add(root + ".spi");
    rules.add(dependsOnlyOn("the root uses only its SPI", root, ofTheRoot));
    rules.add(dependsOnlyOn("the SPI uses only the root", root + ".spi", List.of(root)));
    adapters.forEach(
        (name, libraries) -> {
          List<String> allowed = new ArrayList<>(libraries);
          allowed.add(root);
          allowed.add(root + ".spi");
          rules.add(
              dependsOnlyOn(
                  "the package " + name + " uses only root, SPI and its libraries",
                  root + "." + name,
                  allowed));
        });
    rules.add(noCycles());
    rules.add(timeComesIn());
    rules.add(noStaticState());
    rules.add(systemLoggerOnly());
    rules.add(noContainer());
    rules.add(rowsStayInside());
    rules.add(plainNames());
    return rules;
  }

  private ArchRule onlyDeclaredPackages() {
    List<String> declared = new ArrayList<>(List.of(root, root + ".spi"));
    adapters.keySet().forEach(name -> declared.add(root + "." + name));
    return classes()
        .should()
        .resideInAnyPackage(declared.toArray(String[]::new))
        .as("every class is in a package that the design knows");
  }

  private ArchRule dependsOnlyOn(String description, String from, List<String> libraries) {
    List<String> allowed = new ArrayList<>(List.of(EVERYWHERE));
    allowed.add(from);
    allowed.addAll(libraries);
    allowed.addAll(floorsBelow);
    return classes()
        .that()
        .resideInAPackage(from)
        .should()
        .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)).or(primitive()))
        .as(description)
        // A core without an SPI yet has nothing to check; a misspelt adapter is still noticed.
        .allowEmptyShould(from.equals(root + ".spi"));
  }

  private static DescribedPredicate<JavaClass> primitive() {
    return DescribedPredicate.describe(
        "arrays and primitives", type -> type.getBaseComponentType().isPrimitive());
  }

  /** Root and SPI are two sides of one thing: the values travel through both. */
  private ArchRule noCycles() {
    SliceAssignment byPackage =
        new SliceAssignment() {
          @Override
          public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (!name.equals(root) && !name.startsWith(root + ".")) {
              return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(name.equals(root + ".spi") ? root : name);
          }

          @Override
          public String getDescription() {
            return "packages, root and SPI as one";
          }
        };
    return SlicesRuleDefinition.slices()
        .assignedFrom(byPackage)
        .should()
        .beFreeOfCycles()
        .as("packages are free of cycles");
  }

  /** Nothing reads the wall clock by itself. Holds in the web application as well. */
  public static ArchRule timeComesIn() {
    DescribedPredicate<JavaCall<?>> wallClock =
        DescribedPredicate.describe(
            "reads the wall clock",
            call -> {
              String owner = call.getTargetOwner().getFullName();
              boolean bare = call.getTarget().getRawParameterTypes().isEmpty();
              boolean now = owner.startsWith("java.time.") && call.getName().equals("now");
              boolean zoned =
                  now
                      && call.getTarget().getRawParameterTypes().stream()
                          .noneMatch(type -> type.isAssignableTo(Clock.class));
              return zoned
                  || (owner.equals("java.time.Clock")
                      && (call.getName().startsWith("system") || call.getName().startsWith("tick"))
                      && call.getTarget().getRawParameterTypes().stream()
                          .noneMatch(type -> type.isAssignableTo(Clock.class)))
                  || (owner.equals("java.time.InstantSource") && call.getName().equals("system"))
                  || call.getName().equals("currentTimeMillis")
                  || (owner.equals("java.util.Date") && bare && call.getName().equals("<init>"))
                  || (owner.equals("java.util.Calendar") && call.getName().equals("getInstance"));
            });
    return noClasses().should().callCodeUnitWhere(wallClock).as("the time comes in from outside");
  }

  private static ArchRule noStaticState() {
    DescribedPredicate<JavaClass> mutable =
        assignableTo("java.lang.ThreadLocal")
            .or(assignableTo("java.util.concurrent.locks.Lock"))
            .or(resideInAnyPackage("java.util.concurrent.atomic"))
            .or(assignableTo("java.util.concurrent.ConcurrentMap"))
            .or(assignableTo("java.util.AbstractCollection"))
            .or(assignableTo("java.util.AbstractMap"));
    return fields()
        .that()
        .areStatic()
        .should(
            new ArchCondition<JavaField>("be final and of a type that does not change") {
              @Override
              public void check(JavaField field, ConditionEvents events) {
                boolean fixed =
                    field.getModifiers().contains(JavaModifier.FINAL)
                        && !mutable.test(field.getRawType());
                // What the compiler adds (the assertion switch, an enum's values) is no state.
                boolean ours = !field.getModifiers().contains(JavaModifier.SYNTHETIC);
                events.add(
                    new SimpleConditionEvent(
                        field, fixed || !ours, field.getDescription() + " is static state"));
              }
            })
        .as("there is no static state")
        .allowEmptyShould(true);
  }

  private static ArchRule systemLoggerOnly() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.util.logging..",
                "org.slf4j..",
                "org.apache.logging..",
                "org.apache.log4j..",
                "org.apache.commons.logging..",
                "ch.qos.logback..",
                "org.jboss.logging.."))
        .orShould()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .as("messages go to System.Logger only");
  }

  private static ArchRule noContainer() {
    return noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "jakarta.enterprise..",
                "jakarta.inject..",
                "jakarta.ws..",
                "jakarta.servlet..",
                "jakarta.transaction..",
                "jakarta.ejb..",
                "org.eclipse.microprofile.."))
        .as("a core needs no container");
  }

  /** Entities are nobody else's. Holds in the web application as well. */
  public static ArchRule rowsStayInside() {
    return classes()
        .that()
        .areAnnotatedWith("jakarta.persistence.Entity")
        .should()
        .bePackagePrivate()
        .andShould()
        .haveSimpleNameEndingWith("Row")
        .as("entities are package-private and called …Row")
        .allowEmptyShould(true);
  }

  /** A name says what a class is. Holds in the web application as well. */
  public static ArchRule plainNames() {
    Collection<String> empty =
        Set.of("Impl", "Service", "Manager", "Util", "Utils", "Dto", "Helper", "Common");
    return noClasses()
        .should(
            new ArchCondition<JavaClass>("have a name that says nothing") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean hollow = empty.stream().anyMatch(type.getSimpleName()::endsWith);
                events.add(
                    new SimpleConditionEvent(type, hollow, type.getName() + " has a hollow name"));
              }
            })
        .as("names say what a class is");
  }
}
