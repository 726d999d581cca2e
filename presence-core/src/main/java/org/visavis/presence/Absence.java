package org.visavis.presence;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.visavis.directory.Label;

/**
 * A time during which an employee is not at work, known in advance. Immutable; the {@code with…}
 * methods answer another one.
 *
 * @param id its id among the employee's own
 * @param kind what it is, as far as others may know
 * @param start its first instant
 * @param end the instant of return, exclusive
 * @param zone where days begin for the employee
 * @param note the employee's own words; others see them only where {@code notePublic}
 * @param notePublic whether others may read the note
 * @param deputy who stands in
 * @param ramp how capacity comes back
 */
public record Absence(
    AbsenceId id,
    Kind kind,
    Instant start,
    Instant end,
    ZoneId zone,
    Label note,
    boolean notePublic,
    Optional<Deputy> deputy,
    Ramp ramp) {

  /** The longest absence. */
  public static final Duration LONGEST = Duration.ofDays(1_100);

  /** How many absences an employee has at most. */
  public static final int MAX_ABSENCES = 50;

  /**
   * @throws IllegalArgumentException when it does not end after its start, or is too long
   */
  public Absence {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(zone, "zone");
    Objects.requireNonNull(note, "note");
    Objects.requireNonNull(deputy, "deputy");
    Objects.requireNonNull(ramp, "ramp");
    if (!start.isBefore(end)) {
      throw new IllegalArgumentException("An absence ends after its start");
    }
    if (end.isAfter(Instants.plus(start, LONGEST))) {
      throw new IllegalArgumentException("An absence lasts at most " + LONGEST.toDays() + " days");
    }
  }

  /** Answers an absence between two instants, without note, deputy or ramp. */
  public static Absence between(
      AbsenceId id, Kind kind, Instant startInclusive, Instant endExclusive, ZoneId zone) {
    return new Absence(
        id,
        kind,
        startInclusive,
        endExclusive,
        zone,
        Label.empty(),
        false,
        Optional.empty(),
        Ramp.none());
  }

  /**
   * Answers an absence of whole days, without note, deputy or ramp: from the beginning of the first
   * day to the end of the last, as the clock shows them in that zone.
   *
   * @throws IllegalArgumentException when the last day lies before the first, or is too far from it
   */
  public static Absence ofDays(
      AbsenceId id, Kind kind, LocalDate firstInclusive, LocalDate lastInclusive, ZoneId zone) {
    if (lastInclusive.isBefore(firstInclusive)) {
      throw new IllegalArgumentException("The last day of an absence is not before its first");
    }
    return between(
        id,
        kind,
        firstInclusive.atStartOfDay(zone).toInstant(),
        lastInclusive.plusDays(1).atStartOfDay(zone).toInstant(),
        zone);
  }

  /** Answers this absence with a note. */
  public Absence withNote(Label note, boolean notePublic) {
    return new Absence(id, kind, start, end, zone, note, notePublic, deputy, ramp);
  }

  /** Answers this absence with another deputy, or without one. */
  public Absence withDeputy(Optional<Deputy> deputy) {
    return new Absence(id, kind, start, end, zone, note, notePublic, deputy, ramp);
  }

  /** Answers this absence with a ramp after it. */
  public Absence withRamp(Ramp ramp) {
    return new Absence(id, kind, start, end, zone, note, notePublic, deputy, ramp);
  }

  /** Answers the first day, in the employee's zone. */
  public LocalDate firstDay() {
    return LocalDate.ofInstant(start, zone);
  }

  /** Answers the day of return, in the employee's zone. */
  public LocalDate returnDay() {
    return LocalDate.ofInstant(end, zone);
  }

  /** Answers whether it is going on at that instant. */
  public boolean contains(Instant instant) {
    return !instant.isBefore(start) && instant.isBefore(end);
  }

  /** Answers whether it and the other have an instant in common. */
  boolean overlaps(Instant otherStart, Instant otherEnd) {
    return start.isBefore(otherEnd) && otherStart.isBefore(end);
  }

  /** Answers when nothing of it is left, its ramp included; it is forgotten then. */
  public Instant over() {
    return ramp.days() == 0 ? end : rampStep(ramp.days());
  }

  /** Answers when that day of the ramp begins: the return itself is day 0. */
  Instant rampStep(int day) {
    return day == 0 ? end : returnDay().plusDays(day).atStartOfDay(zone).toInstant();
  }

  /** What an absence is. */
  public enum Kind {
    /** A holiday. */
    HOLIDAY(Status.ON_HOLIDAY),
    /** A journey for work. */
    TRAVELLING(Status.TRAVELLING),
    /** Anything else: others see that the employee is off duty, and not why. */
    OTHER(Status.OFF_DUTY);

    private final Status status;

    Kind(Status status) {
      this.status = status;
    }

    /** Answers what others see. */
    public Status status() {
      return status;
    }

    /** Answers the name used in files and the API: lower case. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Answers the one with that code, in any case.
     *
     * @throws IllegalArgumentException when there is none; the message lists those that exist
     */
    public static Kind from(String code) {
      for (Kind value : values()) {
        if (value.code().equalsIgnoreCase(code.strip())) {
          return value;
        }
      }
      throw new IllegalArgumentException("An absence is one of holiday, travelling, other");
    }
  }
}
