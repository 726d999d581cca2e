package org.visavis.presence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;

/**
 * One person in memory. The state is read without a lock and replaced under this object's monitor;
 * the face is replaced under the feed's lock; the due instant belongs to the timeline.
 */
final class Person {

  final EmployeeId id;
  volatile PersonState state;
  volatile PresenceChange face;

  /** The public decision with its reasons, kept from the last time somebody asked. */
  volatile @Nullable Reachability explained;

  /** The number of the last write that was taken over; guarded by this object's monitor. */
  long written;

  /** Whether the person has left; guarded by this object's monitor. */
  boolean gone;

  /** When the timeline has an appointment with this person; guarded by the timeline. */
  @Nullable Instant due;

  Person(EmployeeId id, PersonState state) {
    this.id = id;
    this.state = state;
    this.face = new PresenceChange(0, id, Reachability.hidden());
  }
}
