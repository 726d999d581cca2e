package org.visavis.presence;

import java.util.List;
import java.util.stream.Collectors;
import org.visavis.directory.EmployeeId;

/** Somebody would, over deputies, stand in for himself or herself. */
public final class DeputyCycleException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<EmployeeId> chain;

  DeputyCycleException(List<EmployeeId> chain) {
    super(
        "Deputies would go round in a circle: "
            + chain.stream().map(EmployeeId::value).collect(Collectors.joining(", then ")));
    this.chain = List.copyOf(chain);
  }

  /** Answers the chain: from the absent person, over the deputies, to the absent person. */
  public List<EmployeeId> chain() {
    return chain;
  }
}
