package org.visavis.routing.spi;

import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.spi.WorkloadSource;

/**
 * Counts the effort points that each employee carries, against the limit. The place where a limit
 * is a limit. Methods may block, join the caller's transaction where there is one and never begin
 * one. Thread-safe.
 */
public interface Ledger extends WorkloadSource {

  /**
   * Takes points if every limit leaves room for them: check and taking are one atomic step, on any
   * number of nodes.
   *
   * @param channel for which they are taken
   * @param limits what the employee allows at this moment
   * @return whether they were taken
   */
  boolean tryTake(EmployeeId employee, Channel channel, int points, Limits limits);

  /**
   * Takes points whatever the limits say: for what the employee has taken on knowingly. Nothing
   * more is let in until there is room again.
   *
   * @param channel for which they are taken
   * @param limitIfNew the employee's limit in full, to begin with where there is no entry yet
   */
  void takeBeyond(EmployeeId employee, Channel channel, int points, int limitIfNew);

  /**
   * Gives points back.
   *
   * @param channel for which they were taken
   * @throws IllegalStateException when more come back than are taken: a defect of the caller
   */
  void giveBack(EmployeeId employee, Channel channel, int points);

  /**
   * What an employee allows, in effort points from 0. Immutable.
   *
   * @param whenNew the employee's limit in full, to begin with where there is no entry yet; where
   *     there is one, the limit of {@link #limitChanged} holds
   * @param now the limit as it holds now, such as a part of it for a while; never lets in more than
   *     the limit in full
   * @param ofChannel the limit of the channel; {@link #UNLIMITED} where it has none
   */
  record Limits(int whenNew, int now, int ofChannel) {

    /** No limit. */
    public static final int UNLIMITED = Integer.MAX_VALUE;

    /**
     * @throws IllegalArgumentException when a limit is negative
     */
    public Limits {
      if (whenNew < 0 || now < 0 || ofChannel < 0) {
        throw new IllegalArgumentException("A limit is at least 0");
      }
    }

    /** Answers one limit for everything. */
    public static Limits of(int limit) {
      return new Limits(limit, limit, UNLIMITED);
    }
  }
}
