package org.visavis.presence.calendar;

import de.focus_shift.jollyday.core.CalendarHierarchy;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.visavis.presence.spi.PublicHolidays;

/**
 * The public holidays of countries and their subdivisions, by jollyday. A holiday that falls on a
 * weekend and is observed on another day counts on that other day. Days that are merely observed
 * are no public holidays.
 *
 * <p>Of an unknown country nothing is a holiday; of an unknown subdivision what holds in the whole
 * country; {@link #coverage} says which it is, so that a page can tell the employee. A country is
 * read when it is first asked for, which takes up to a second or two; a year is worked out once.
 * The last {@value #MAX_YEARS} years of regions are kept, about 2 KB each. Thread-safe.
 */
public final class RegionalHolidays implements PublicHolidays {

  /** How many years of regions are kept. */
  static final int MAX_YEARS = 500;

  private static final Pattern REGION = Pattern.compile("([A-Z]{2})(?:-([A-Z0-9]{1,3}))?");

  /** In which of the languages that names of holidays are in; in English elsewhere. */
  private static final Map<String, String> LANGUAGES =
      Map.ofEntries(
          Map.entry("AT", "de"),
          Map.entry("BE", "nl"),
          Map.entry("BR", "pt"),
          Map.entry("CH", "de"),
          Map.entry("CY", "el"),
          Map.entry("DE", "de"),
          Map.entry("FR", "fr"),
          Map.entry("GR", "el"),
          Map.entry("LI", "de"),
          Map.entry("LU", "fr"),
          Map.entry("MC", "fr"),
          Map.entry("NL", "nl"),
          Map.entry("PT", "pt"),
          Map.entry("SE", "sv"));

  private final Map<String, Optional<HolidayManager>> countries = new HashMap<>();
  private final Map<String, Map<LocalDate, String>> years =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<LocalDate, String>> eldest) {
          return size() > MAX_YEARS;
        }
      };

  private RegionalHolidays() {}

  /** How much is known of a region. */
  public enum Coverage {
    /** The region itself. */
    REGION,
    /** Its country; holidays of the subdivision are not known. */
    COUNTRY_ONLY,
    /** Nothing: no day is a holiday. */
    NONE
  }

  /** Answers a source of holidays. One is enough for an application. */
  public static RegionalHolidays create() {
    return new RegionalHolidays();
  }

  @Override
  public Optional<String> holiday(String region, LocalDate date) {
    return Optional.ofNullable(year(region, date.getYear()).get(date));
  }

  /** Answers how much is known of a region, such as {@code DE-BY}, {@code GB-SCT} or {@code NL}. */
  public synchronized Coverage coverage(String region) {
    Matcher matcher = REGION.matcher(region);
    if (!matcher.matches()) {
      return Coverage.NONE;
    }
    Optional<HolidayManager> country = country(matcher.group(1));
    if (country.isEmpty()) {
      return Coverage.NONE;
    }
    String part = matcher.group(2);
    return part == null || subdivisions(country.get()).containsKey(part.toLowerCase(Locale.ROOT))
        ? Coverage.REGION
        : Coverage.COUNTRY_ONLY;
  }

  synchronized int yearsKept() {
    return years.size();
  }

  private static Map<String, CalendarHierarchy> subdivisions(HolidayManager country) {
    return country.getCalendarHierarchy().getChildren();
  }

  private synchronized Map<LocalDate, String> year(String region, int year) {
    Matcher matcher = REGION.matcher(region);
    if (!matcher.matches() || year < 1900 || year > 2199) {
      return Collections.emptyMap();
    }
    Optional<HolidayManager> country = country(matcher.group(1));
    if (country.isEmpty()) {
      return Collections.emptyMap();
    }
    return years.computeIfAbsent(
        region + " " + year,
        any -> workOut(country.get(), matcher.group(1), matcher.group(2), year));
  }

  private static Map<LocalDate, String> workOut(
      HolidayManager manager, String country, String part, int year) {
    Locale language = Locale.forLanguageTag(LANGUAGES.getOrDefault(country, "en"));
    String[] parts = part == null ? new String[0] : new String[] {part.toLowerCase(Locale.ROOT)};
    Map<LocalDate, String> holidays = new HashMap<>();
    // A holiday of the first days of January may be observed in the year before, and the reverse.
    for (int each = year - 1; each <= year + 1; each++) {
      for (Holiday holiday :
          manager.getHolidays(Year.of(each), HolidayType.PUBLIC_HOLIDAY, parts)) {
        if (holiday.getDate().getYear() == year) {
          holidays.putIfAbsent(holiday.getDate(), holiday.getDescription(language));
        }
      }
    }
    return Map.copyOf(holidays);
  }

  /** Answers the calendar of a country; what is not a country is not asked for again. */
  private Optional<HolidayManager> country(String code) {
    if (!Set.of(Locale.getISOCountries()).contains(code)) {
      return Optional.empty();
    }
    return countries.computeIfAbsent(code, RegionalHolidays::read);
  }

  private static Optional<HolidayManager> read(String code) {
    try {
      HolidayManager manager =
          HolidayManager.getInstance(ManagerParameters.create(code.toLowerCase(Locale.ROOT)));
      return Optional.of(Objects.requireNonNull(manager));
    } catch (IllegalStateException e) {
      // There is no calendar of that country.
      return Optional.empty();
    }
  }
}
