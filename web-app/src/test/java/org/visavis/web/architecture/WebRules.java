package org.visavis.web.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.visavis.architecture.CoreRules;
import org.visavis.directory.Directory;
import org.visavis.presence.Presence;
import org.visavis.routing.Routing;
import org.visavis.routing.spi.DutyObserver;
import org.visavis.routing.spi.PromiseObserver;
import org.visavis.routing.spi.RequestObserver;
import org.visavis.routing.spi.WaitlistObserver;
import org.visavis.web.pages.View;

/**
 * The rules that hold in the web application. {@code ArchitectureTest} proves that each can fail.
 */
public final class WebRules {

  /** By what a person does; and what several of them need: pages, guard, wiring. */
  private static final List<String> PACKAGES =
      List.of(
          "portal",
          "workspace",
          "admin",
          "api",
          "live",
          "mail",
          "identity",
          "jobs",
          "wiring",
          "pages",
          "guard",
          "demo");

  private static final String[] ADAPTERS = {
    "org.visavis.directory.jpa..",
    "org.visavis.directory.memory..",
    "org.visavis.directory.search..",
    "org.visavis.presence.jpa..",
    "org.visavis.presence.memory..",
    "org.visavis.routing.jpa..",
    "org.visavis.routing.memory..",
    "org.visavis.routing.ranking..",
  };

  private static final String[] CORES = {
    "org.visavis.directory..", "org.visavis.presence..", "org.visavis.routing.."
  };

  private final String root;

  private WebRules(String root) {
    this.root = root;
  }

  /** Answers the rules for the packages below that one. */
  public static WebRules below(String root) {
    return new WebRules(root);
  }

  /** Answers all rules by what they say. */
  public Map<String, ArchRule> all() {
    List<ArchRule> rules = new ArrayList<>();
    rules.add(onlyDeclaredPackages());
    rules.add(onlyWiringKnowsAdapters());
    rules.add(onlyWiringKnowsStores());
    rules.add(onlyWiringMakesCores());
    rules.add(viewsKnowNoCore());
    rules.add(nobodyNeedsTheDemo());
    rules.add(noCycles());
    rules.add(onlyHintsArePrinted());
    rules.add(CoreRules.rowsStayInside());
    rules.add(CoreRules.plainNames());
    Map<String, ArchRule> all = new LinkedHashMap<>();
    rules.forEach(rule -> all.put(rule.getDescription(), rule));
    ArchRule time = CoreRules.timeComesIn();
    all.put(time.getDescription(), time);
    return all;
  }

  /** Answers the classes to which a rule speaks: the clock itself may read the wall clock. */
  public static JavaClasses spokenTo(ArchRule rule, JavaClasses all) {
    return rule.getDescription().equals(CoreRules.timeComesIn().getDescription())
        ? all.that(DescribedPredicate.not(simpleName("Clocks")))
        : all;
  }

  private ArchRule onlyDeclaredPackages() {
    return classes()
        .should()
        .resideInAnyPackage(
            Stream.concat(Stream.of(root), PACKAGES.stream().map(name -> root + "." + name))
                .toArray(String[]::new))
        .as("every class is in a package by what a person does");
  }

  private ArchRule onlyWiringKnowsAdapters() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".wiring")
        .should()
        .dependOnClassesThat(resideInAnyPackage(ADAPTERS))
        .as("only the wiring knows adapters");
  }

  /** To observe requests is an application's part in routing; everything else is a façade's. */
  private ArchRule onlyWiringKnowsStores() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".wiring")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    "org.visavis.directory.spi",
                    "org.visavis.presence.spi",
                    "org.visavis.routing.spi")
                .and(DescribedPredicate.not(assignableTo(RequestObserver.class)))
                .and(DescribedPredicate.not(assignableTo(WaitlistObserver.class)))
                .and(DescribedPredicate.not(assignableTo(DutyObserver.class)))
                .and(DescribedPredicate.not(assignableTo(PromiseObserver.class))))
        .as("only the wiring knows stores");
  }

  private ArchRule onlyWiringMakesCores() {
    Set<String> cores =
        Set.of(Directory.class.getName(), Presence.class.getName(), Routing.class.getName());
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".wiring")
        .should()
        .callCodeUnitWhere(
            DescribedPredicate.<JavaCall<?>>describe(
                "makes a core",
                call ->
                    call.getName().equals("over")
                        && cores.contains(call.getTargetOwner().getName())))
        .as("only the wiring makes cores");
  }

  private ArchRule viewsKnowNoCore() {
    DescribedPredicate<JavaClass> view =
        DescribedPredicate.describe(
            "a view or a part of one",
            type ->
                type.isAssignableTo(View.class)
                    || type.getEnclosingClass()
                        .filter(o -> o.isAssignableTo(View.class))
                        .isPresent());
    return noClasses()
        .that(view)
        .should()
        .dependOnClassesThat(resideInAnyPackage(CORES))
        .as("a view holds what a page shows, and knows no core");
  }

  private ArchRule nobodyNeedsTheDemo() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(root + ".demo")
        .should()
        .dependOnClassesThat(resideInAPackage(root + ".demo"))
        .as("nobody needs the demo");
  }

  private ArchRule noCycles() {
    return SlicesRuleDefinition.slices()
        .matching(root + ".(*)..")
        .should()
        .beFreeOfCycles()
        .as("packages are free of cycles");
  }

  private ArchRule onlyHintsArePrinted() {
    return noClasses()
        .that(
            DescribedPredicate.not(simpleName("FirstAdministrator").or(simpleName("DemoWelcome"))))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .as("only hints for whoever started the server are printed");
  }
}
