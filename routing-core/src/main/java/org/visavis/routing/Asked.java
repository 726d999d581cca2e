package org.visavis.routing;

import java.util.Locale;
import java.util.Objects;
import org.visavis.directory.EmployeeId;

/**
 * A question to a colleague about a request. Immutable.
 *
 * @param colleague who is asked
 * @param purpose what follows from a yes
 */
public record Asked(EmployeeId colleague, Purpose purpose) {

  /** Holds what comes in. */
  public Asked {
    Objects.requireNonNull(colleague, "colleague");
    Objects.requireNonNull(purpose, "purpose");
  }

  /** What follows when the colleague says yes. */
  public enum Purpose {
    /** The colleague cares for the request from then on; the customer is told. */
    HAND_OVER,
    /** The request is declined, and the customer is asked whether it may go to the colleague. */
    COUNTER_OFFER;

    /** Answers the name used in forms and the API: lower case, with hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
