package org.visavis.web.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.visavis.directory.Attribute;
import org.visavis.directory.Basis;
import org.visavis.directory.Directory;
import org.visavis.directory.Disclosure;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportPlan;
import org.visavis.directory.ImportPlanOutdatedException;
import org.visavis.directory.ImportedPeople;
import org.visavis.web.wiring.Transactions;

/** Plans and carries imports out, for pages, the API and the schedule alike. Thread-safe. */
@ApplicationScoped
public class Imports {

  @Inject private Directory directory;
  @Inject private Transactions transactions;

  /**
   * Answers what an import would do; changes nothing.
   *
   * @param basis the legal basis that is stated; empty where none is
   */
  public ImportPlan plan(ImportedPeople people, Optional<Basis> basis) {
    return basis
        .map(stated -> directory.plan(people, stated))
        .orElseGet(() -> directory.plan(people));
  }

  /**
   * Answers who would be shown without a name after that: people without a given name, of whom
   * nobody has disclosed the surname.
   */
  public static List<EmployeeId> nameless(ImportPlan plan) {
    return Stream.concat(plan.created().stream(), plan.changed().stream())
        .filter(person -> person.givenName().isEmpty())
        .filter(
            person ->
                person
                    .consents()
                    .find(Attribute.SURNAME)
                    .filter(consent -> consent.disclosure() != Disclosure.NOBODY)
                    .isEmpty())
        .map(Employee::id)
        .toList();
  }

  /**
   * Imports, all of it in one transaction.
   *
   * @param fingerprint of the plan that somebody has looked at: only that one is carried out; empty
   *     for whatever the plan is now
   * @return what was done; nothing where the plan is another one by now, and nothing was changed
   */
  public Optional<ImportPlan> apply(
      ImportedPeople people, Optional<Basis> basis, Optional<String> fingerprint) {
    try {
      return transactions.call(
          () -> {
            ImportPlan plan = plan(people, basis);
            boolean fits = fingerprint.map(plan.fingerprint()::equals).orElse(true);
            if (fits) {
              directory.apply(plan);
            }
            return fits ? Optional.of(plan) : Optional.empty();
          });
    } catch (ImportPlanOutdatedException changed) {
      return Optional.empty();
    }
  }
}
