package org.visavis.presence;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;

/** Who stands in for whom, over the deputies of deputies. */
final class Deputies {

  private final Function<EmployeeId, List<Absence>> absences;

  /** Looks at the absences that the function answers; none for somebody who does not exist. */
  Deputies(Function<EmployeeId, List<Absence>> absences) {
    this.absences = absences;
  }

  /**
   * Answers who stands in for somebody at that instant: the first at work in the chain of those who
   * have agreed; nobody where the chain ends before.
   */
  Optional<EmployeeId> at(EmployeeId absent, Instant now) {
    Set<EmployeeId> seen = new LinkedHashSet<>();
    EmployeeId current = absent;
    while (seen.add(current)) {
      Absence absence = CurrentStatus.absence(absences.apply(current), now);
      if (absence == null) {
        return current.equals(absent) ? Optional.empty() : Optional.of(current);
      }
      Optional<Deputy> deputy = absence.deputy().filter(Deputy::agreed);
      if (deputy.isEmpty()) {
        return Optional.empty();
      }
      current = deputy.get().employee();
    }
    return Optional.empty();
  }

  /**
   * Refuses a deputy who would lead back to the absent person while both are away.
   *
   * @throws DeputyCycleException when that is so; it names the chain
   */
  void requireNoCycle(EmployeeId absent, Absence absence) {
    if (absence.deputy().isPresent()) {
      List<EmployeeId> chain = new ArrayList<>(List.of(absent));
      EmployeeId deputy = absence.deputy().get().employee();
      List<EmployeeId> cycle = cycle(chain, deputy, absence.start(), absence.end());
      if (cycle != null) {
        throw new DeputyCycleException(cycle);
      }
    }
  }

  private @Nullable List<EmployeeId> cycle(
      List<EmployeeId> chain, EmployeeId next, Instant start, Instant end) {
    List<EmployeeId> longer = new ArrayList<>(chain);
    longer.add(next);
    if (chain.contains(next)) {
      return next.equals(chain.get(0)) ? longer : null;
    }
    for (Absence absence : absences.apply(next)) {
      if (absence.deputy().isPresent() && absence.overlaps(start, end)) {
        List<EmployeeId> cycle =
            cycle(
                longer,
                absence.deputy().get().employee(),
                absence.start().isAfter(start) ? absence.start() : start,
                absence.end().isBefore(end) ? absence.end() : end);
        if (cycle != null) {
          return cycle;
        }
      }
    }
    return null;
  }
}
