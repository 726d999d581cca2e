package org.visavis.web.portal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.visavis.directory.Department;
import org.visavis.directory.Directory;
import org.visavis.routing.DutyRota;
import org.visavis.web.wiring.Transactions;

/**
 * Knows to which departments customers may write because nobody there is shown. Pages ask all the
 * time, so the answer may be a few seconds old; handing in asks anew. Thread-safe.
 */
@ApplicationScoped
class DutyDoor {

  private static final Duration BELIEVED = Duration.ofSeconds(3);

  @Inject private DutyRota rota;
  @Inject private Directory directory;
  @Inject private Transactions transactions;
  @Inject private Clock clock;

  private volatile Known known = new Known(Instant.MIN, List.of());

  /** Answers these departments, by their ids. */
  List<Department> open() {
    Instant now = clock.instant();
    Known last = known;
    if (now.isBefore(last.until)) {
      return last.departments;
    }
    List<Department> departments =
        transactions.call(
            () ->
                rota.departments().stream()
                    .filter(rota::isOffered)
                    .flatMap(id -> directory.findDepartment(id).stream())
                    .sorted(Comparator.comparing(Department::id))
                    .toList());
    known = new Known(now.plus(BELIEVED), departments);
    return departments;
  }

  private record Known(Instant until, List<Department> departments) {}
}
