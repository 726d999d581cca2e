package org.visavis.web.portal;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.visavis.directory.Audience;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.PortraitId;
import org.visavis.directory.Profile;
import org.visavis.presence.Presence;

/**
 * Knows whose face each portrait is, and so who may see it. Answers from memory, so that a portrait
 * of somebody hidden and one that does not exist take the same way. Thread-safe.
 */
@ApplicationScoped
class Faces {

  @Inject private Directory directory;
  @Inject private Presence presence;

  private final AtomicLong changes = new AtomicLong();
  private volatile Owners owners = new Owners(-1, Map.of());
  private AutoCloseable registration = () -> {};

  @PostConstruct
  void listen() {
    registration = directory.onChange(touched -> changes.incrementAndGet());
  }

  @PreDestroy
  void close() {
    try {
      registration.close();
    } catch (Exception e) {
      throw new IllegalStateException("The directory did not let go of its listener", e);
    }
  }

  /**
   * Answers whether that portrait may be seen: because somebody whom it shows appears to the public
   * and has disclosed it, or by that person.
   */
  boolean isShown(PortraitId portrait, Optional<EmployeeId> reader) {
    Set<EmployeeId> people = owners().byPortrait.getOrDefault(portrait, Set.of());
    return reader.filter(people::contains).isPresent()
        || people.stream().anyMatch(id -> shows(id, portrait));
  }

  private boolean shows(EmployeeId id, PortraitId portrait) {
    return presence.reachability(id, Audience.PUBLIC).shown()
        && directory
            .view(id, Audience.PUBLIC)
            .flatMap(Profile::portrait)
            .filter(portrait::equals)
            .isPresent();
  }

  private Owners owners() {
    Owners known = owners;
    long now = changes.get();
    if (known.changes == now) {
      return known;
    }
    Owners read =
        new Owners(
            now,
            directory.everybody().stream()
                .filter(employee -> employee.portrait().isPresent())
                .collect(
                    Collectors.groupingBy(
                        employee -> employee.portrait().orElseThrow(),
                        Collectors.mapping(Employee::id, Collectors.toSet()))));
    owners = read;
    return read;
  }

  private record Owners(long changes, Map<PortraitId, Set<EmployeeId>> byPortrait) {}
}
