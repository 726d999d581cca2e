package org.visavis.presence;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * What one client of an employee says, for a while: a telephone system, a messenger, a browser.
 * Immutable.
 *
 * @param client names it among the employee's own, 1 to 64 characters
 * @param state what it says
 * @param heardAt when it said so; for the employee alone, and gone with the session
 * @param until until when that counts, exclusive
 */
public record Session(String client, State state, Instant heardAt, Instant until) {

  /** How many clients an employee has at most at once. */
  public static final int MAX_CLIENTS = 20;

  /**
   * @throws IllegalArgumentException when the name of the client has no or too many characters
   */
  public Session {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(heardAt, "heardAt");
    Objects.requireNonNull(until, "until");
    if (client.isBlank() || client.length() > 64) {
      throw new IllegalArgumentException("The name of a client has 1 to 64 characters");
    }
  }

  /** What a client can say; of several at once the first in this order counts. */
  public enum State {
    /** Not to be disturbed: others see that the employee is busy. */
    DO_NOT_DISTURB(Status.BUSY),
    /** Occupied, such as on the telephone. */
    BUSY(Status.BUSY),
    /** Free to talk. */
    AVAILABLE(Status.AVAILABLE),
    /** Not at the desk. */
    AWAY(Status.AWAY),
    /**
     * In use, which is all that a heartbeat says; counts where no connector says anything, and as
     * available.
     */
    IN_USE(Status.AVAILABLE);

    private final Status status;

    State(Status status) {
      this.status = status;
    }

    /** Answers what others see. */
    public Status status() {
      return status;
    }

    /** Answers the name used in files and the API: lower case, with hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Answers the one with that code, in any case.
     *
     * @throws IllegalArgumentException when there is none; the message lists those that exist
     */
    public static State from(String code) {
      for (State value : values()) {
        if (value.code().equalsIgnoreCase(code.strip())) {
          return value;
        }
      }
      throw new IllegalArgumentException(
          "A session is one of do-not-disturb, busy, available, away, in-use");
    }
  }
}
