package org.visavis.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.visavis.directory.Department;
import org.visavis.directory.Directory;
import org.visavis.routing.DutyRota;
import org.visavis.web.wiring.Transactions;

/**
 * Knows to which departments customers may write because nobody there is shown. Asked anew by each
 * page: an answer of some seconds ago would tell whom a change of that moment concerned.
 * Thread-safe.
 */
@ApplicationScoped
class DutyDoor {

  @Inject private DutyRota rota;
  @Inject private Directory directory;
  @Inject private Transactions transactions;

  /** Answers these departments, by their ids. */
  List<Department> open() {
    return transactions.call(
        () ->
            rota.departments().stream()
                .filter(rota::isOffered)
                .flatMap(id -> directory.findDepartment(id).stream())
                .sorted(Comparator.comparing(Department::id))
                .toList());
  }
}
