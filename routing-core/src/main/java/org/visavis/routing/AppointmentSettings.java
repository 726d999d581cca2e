package org.visavis.routing;

import java.time.Duration;

/**
 * What an employee has decided about appointments. Immutable; the {@code with…} methods answer
 * another one.
 *
 * @param offered whether customers may book times at all
 * @param length how long an appointment is: 5 minutes to 8 hours, in steps of 5 minutes
 * @param before the time kept free before each appointment: up to 4 hours, in steps of 5 minutes
 * @param after the time kept free after each appointment: up to 4 hours, in steps of 5 minutes
 * @param notice how long ahead an appointment is booked at least: up to 30 days
 * @param horizonDays how many days ahead an appointment is booked at most: 1 to 365
 * @param mostADay how many appointments there are on a day at most, as days begin where the
 *     employee is: 1 to 50
 */
public record AppointmentSettings(
    boolean offered,
    Duration length,
    Duration before,
    Duration after,
    Duration notice,
    int horizonDays,
    int mostADay) {

  /** Appointments begin and end at multiples of this. */
  public static final Duration STEP = Duration.ofMinutes(5);

  /** The longest appointment. */
  public static final Duration MAX_LENGTH = Duration.ofHours(8);

  /** The longest time before or after an appointment. */
  public static final Duration MAX_BUFFER = Duration.ofHours(4);

  /** The longest notice. */
  public static final Duration MAX_NOTICE = Duration.ofDays(30);

  /** The largest number of days ahead. */
  public static final int MAX_HORIZON_DAYS = 365;

  /** The largest number of appointments on a day. */
  public static final int MAX_A_DAY = 50;

  private static final AppointmentSettings INITIAL =
      new AppointmentSettings(
          false,
          Duration.ofMinutes(30),
          Duration.ZERO,
          Duration.ofMinutes(10),
          Duration.ofHours(24),
          28,
          4);

  /**
   * @throws IllegalArgumentException when a value is out of its bounds; the message names it
   */
  public AppointmentSettings {
    require("length", length, STEP, MAX_LENGTH, STEP);
    require("before", before, Duration.ZERO, MAX_BUFFER, STEP);
    require("after", after, Duration.ZERO, MAX_BUFFER, STEP);
    require("notice", notice, Duration.ZERO, MAX_NOTICE, Duration.ofMinutes(1));
    if (horizonDays < 1 || horizonDays > MAX_HORIZON_DAYS) {
      throw new IllegalArgumentException("horizonDays is 1 to " + MAX_HORIZON_DAYS);
    }
    if (mostADay < 1 || mostADay > MAX_A_DAY) {
      throw new IllegalArgumentException("mostADay is 1 to " + MAX_A_DAY);
    }
  }

  private static void require(
      String name, Duration value, Duration least, Duration most, Duration step) {
    if (value.compareTo(least) < 0
        || value.compareTo(most) > 0
        || value.toNanos() % step.toNanos() != 0) {
      throw new IllegalArgumentException(
          name
              + " is "
              + least.toMinutes()
              + " to "
              + most.toMinutes()
              + " minutes, in steps of "
              + step.toMinutes());
    }
  }

  /**
   * Answers the settings of an employee who has decided nothing: none offered; else half an hour,
   * ten minutes free after it, a day ahead or more, within four weeks, at most four a day.
   */
  public static AppointmentSettings initial() {
    return INITIAL;
  }

  /** Answers these settings with appointments offered, or not. */
  public AppointmentSettings withOffered(boolean offered) {
    return new AppointmentSettings(offered, length, before, after, notice, horizonDays, mostADay);
  }
}
