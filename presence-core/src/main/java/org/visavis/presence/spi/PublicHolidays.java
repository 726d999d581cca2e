package org.visavis.presence.spi;

import java.time.LocalDate;
import java.util.Optional;

/** Knows on which days nobody works in a region. Never blocks. Thread-safe. */
@FunctionalInterface
public interface PublicHolidays {

  /**
   * Answers the name of the public holiday of that day, in the language of the country.
   *
   * @param region as ISO 3166 writes it: {@code DE-BY} or {@code DE}, in upper case
   * @param date the day in the region
   * @return empty when it is an ordinary day, or nothing is known of the region
   */
  Optional<String> holiday(String region, LocalDate date);

  /** Answers a source that knows no holidays. */
  static PublicHolidays none() {
    return (region, date) -> Optional.empty();
  }
}
