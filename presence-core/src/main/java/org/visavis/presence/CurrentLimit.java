package org.visavis.presence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The limit as it holds at an instant: the person's own, or the part of it that the person chose
 * for a while; else the step of the ramp after an absence, the lowest where there are several.
 *
 * @param workload points taken, and the limit that holds
 * @param reason why it is not the limit in full
 * @param nextChange when it changes by time alone
 */
record CurrentLimit(Workload workload, Optional<Reason> reason, Optional<Instant> nextChange) {

  static CurrentLimit of(Workload own, Optional<Share> share, List<Absence> absences, Instant now) {
    if (share.isPresent() && now.isBefore(share.get().until())) {
      int percent = share.get().percent();
      Instant until = share.get().until();
      return lowered(own, percent, new Reason.ShareOfLimit(percent, until), Optional.of(until));
    }
    if (absences.isEmpty()) {
      return new CurrentLimit(own, Optional.empty(), Optional.empty());
    }
    int lowest = 100;
    Instant lowestUntil = now;
    Optional<Instant> next = Optional.empty();
    for (Absence absence : absences) {
      int days = absence.ramp().days();
      for (int day = 0; day < days; day++) {
        Instant from = absence.rampStep(day);
        Instant until = absence.rampStep(day + 1);
        next = Instants.earlier(Instants.earlier(next, from, now), until, now);
        int percent = absence.ramp().percents().get(day);
        if (!now.isBefore(from) && now.isBefore(until) && percent < lowest) {
          lowest = percent;
          lowestUntil = until;
        }
      }
    }
    return lowest == 100
        ? new CurrentLimit(own, Optional.empty(), next)
        : lowered(own, lowest, new Reason.RampAfterAbsence(lowest, lowestUntil), next);
  }

  private static CurrentLimit lowered(
      Workload own, int percent, Reason reason, Optional<Instant> nextChange) {
    Workload workload = new Workload(own.taken(), Share.of(percent, own.limit()));
    return new CurrentLimit(workload, Optional.of(reason), nextChange);
  }
}
