package org.visavis.directory;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who may be seen at one moment by the one who asks, and how they stand, as a function that never
 * changes its mind: {@link Directory#searchAmong} remembers its answers. Whoever keeps one for as
 * long as nothing changes, and takes a new one then, spares most searches the asking. Immutable;
 * thread-safe when what it asks is.
 */
public final class Standings implements Function<EmployeeId, Optional<Standing>> {

  private final Function<EmployeeId, Optional<Standing>> source;

  private Standings(Function<EmployeeId, Optional<Standing>> source) {
    this.source = Objects.requireNonNull(source, "source");
  }

  /**
   * Answers standings.
   *
   * @param source how each person stands; empty for one who may not be seen. Answers the same each
   *     time
   */
  public static Standings of(Function<EmployeeId, Optional<Standing>> source) {
    return new Standings(source);
  }

  @Override
  public Optional<Standing> apply(EmployeeId id) {
    return source.apply(id);
  }
}
