package org.visavis.presence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.visavis.presence.spi.PublicHolidays;

/**
 * The public holidays of one region, each year asked for once. Equal to another of the same region
 * and source. Thread-safe.
 */
public final class HolidayRegion {

  /** Beyond these years nobody has said what will be a holiday. */
  private static final int FIRST_YEAR = 1900;

  private static final int LAST_YEAR = 2199;

  private final String region;
  private final PublicHolidays source;
  private final ConcurrentHashMap<Integer, NavigableMap<LocalDate, String>> years =
      new ConcurrentHashMap<>();

  private HolidayRegion(String region, PublicHolidays source) {
    this.region = Objects.requireNonNull(region, "region");
    this.source = Objects.requireNonNull(source, "source");
  }

  /**
   * Answers the holidays of a region.
   *
   * @param region as ISO 3166 writes it, such as {@code DE-BY}
   * @param source is asked once for each day of a year that is needed
   */
  public static HolidayRegion of(String region, PublicHolidays source) {
    return new HolidayRegion(region, source);
  }

  /** Answers the region. */
  public String region() {
    return region;
  }

  /** Answers the name of the public holiday of that day, if it is one. */
  public Optional<String> on(LocalDate date) {
    return Optional.ofNullable(year(date.getYear()).get(date));
  }

  /** Answers the first public holiday after that day, within that year and the next. */
  Optional<LocalDate> nextAfter(LocalDate date) {
    LocalDate next = year(date.getYear()).higherKey(date);
    if (next == null) {
      NavigableMap<LocalDate, String> following = year(date.getYear() + 1);
      next = following.isEmpty() ? null : following.firstKey();
    }
    return Optional.ofNullable(next);
  }

  private NavigableMap<LocalDate, String> year(int year) {
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return Collections.emptyNavigableMap();
    }
    return years.computeIfAbsent(year, this::ask);
  }

  private NavigableMap<LocalDate, String> ask(int year) {
    NavigableMap<LocalDate, String> holidays = new TreeMap<>();
    LocalDate first = LocalDate.of(year, 1, 1);
    for (int day = 0; day < first.lengthOfYear(); day++) {
      LocalDate date = first.plusDays(day);
      source.holiday(region, date).ifPresent(name -> holidays.put(date, name));
    }
    return holidays;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HolidayRegion that
        && region.equals(that.region)
        && source.equals(that.source);
  }

  @Override
  public int hashCode() {
    return region.hashCode();
  }

  @Override
  public String toString() {
    return region;
  }
}
