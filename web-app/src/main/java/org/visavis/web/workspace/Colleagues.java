package org.visavis.web.workspace;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.visavis.directory.Audience;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Profile;
import org.visavis.presence.Presence;

/**
 * Finds the colleague whose name was typed. Whoever is hidden from colleagues is not found, as if
 * he or she did not exist. Thread-safe.
 */
@Dependent
class Colleagues {

  /** More are no choice any more: then a longer name is asked for. */
  static final int MOST_CHOICES = 12;

  @Inject private Directory directory;
  @Inject private Presence presence;

  /** Answers those of that name; where there are none, those whose names contain it. */
  List<Profile> named(EmployeeId me, String typed) {
    String wanted = folded(typed);
    List<Profile> like =
        directory.everybody().stream()
            .map(Employee::id)
            .filter(id -> !id.equals(me))
            .flatMap(id -> shown(id).stream())
            .filter(profile -> folded(profile.displayName()).contains(wanted))
            .toList();
    List<Profile> exactly =
        like.stream().filter(one -> folded(one.displayName()).equals(wanted)).toList();
    return exactly.isEmpty() ? like : exactly;
  }

  /** Answers a colleague who is shown to colleagues. */
  Optional<Profile> shown(EmployeeId id) {
    return presence.reachability(id, Audience.COLLEAGUE).shown()
        ? directory.view(id, Audience.COLLEAGUE)
        : Optional.empty();
  }

  /** Answers the name of a colleague with whom the employee has to do, hidden or not. */
  Optional<Profile> known(EmployeeId id) {
    return directory.view(id, Audience.COLLEAGUE);
  }

  private static String folded(String name) {
    return String.join(" ", Stream.of(name.strip().split("\\s+")).toList())
        .toLowerCase(Locale.ROOT);
  }
}
