package org.visavis.routing;

/** How an entry of a waitlist stands. Immutable. */
public sealed interface WaitlistStanding {

  /** Answers what the fitting function makes of it. */
  <T> T fold(Cases<T> cases);

  /**
   * A function for each standing.
   *
   * @param <T> what they answer
   */
  interface Cases<T> {

    /** For an entry that is kept. */
    T waiting(Waiting standing);

    /** For an entry whose room was there at once. */
    T free(Free standing);

    /** For an entry that is not there. */
    T gone(Gone standing);
  }

  /**
   * It waits: for its owner to confirm the address, or for room.
   *
   * @param entry the entry
   */
  record Waiting(WaitlistEntry entry) implements WaitlistStanding {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.waiting(this);
    }
  }

  /**
   * There was room, and it is held; the entry is gone.
   *
   * @param lease the room
   */
  record Free(Lease lease) implements WaitlistStanding {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.free(this);
    }
  }

  /** It has been told, was taken back, has ended, or never was. */
  record Gone() implements WaitlistStanding {
    @Override
    public <T> T fold(Cases<T> cases) {
      return cases.gone(this);
    }
  }
}
