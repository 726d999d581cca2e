package org.visavis.presence.spi;

import java.util.Map;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;

/**
 * Knows how many effort points each employee carries: implemented by whoever hands out work.
 * Thread-safe.
 */
public interface WorkloadSource {

  /** Answers the points taken of everybody who carries any. May block; asked at start. */
  Map<EmployeeId, Integer> taken();

  /**
   * Answers the points taken of one employee, at least 0. May block; asked after the workload
   * changed.
   */
  int taken(EmployeeId employee);

  /**
   * Answers the points taken of one employee by channel, at least 0; channels without any may be
   * left out. May block; asked for those who have limited a channel.
   */
  Map<Channel, Integer> takenByChannel(EmployeeId employee);

  /**
   * Takes over the limit that an employee has set, within the caller's transaction, so that no
   * claim can exceed it from its commit on.
   */
  void limitChanged(EmployeeId employee, int points);

  /** Answers a source for those who hand out no work: nobody ever carries anything. */
  static WorkloadSource none() {
    return new WorkloadSource() {
      @Override
      public Map<EmployeeId, Integer> taken() {
        return Map.of();
      }

      @Override
      public int taken(EmployeeId employee) {
        return 0;
      }

      @Override
      public Map<Channel, Integer> takenByChannel(EmployeeId employee) {
        return Map.of();
      }

      @Override
      public void limitChanged(EmployeeId employee, int points) {}
    };
  }
}
