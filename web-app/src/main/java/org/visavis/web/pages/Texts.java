package org.visavis.web.pages;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The texts of one language, and its way of writing days and times.
 *
 * <p>Texts lie in {@code texts_de.properties} and {@code texts_en.properties} as {@link
 * MessageFormat} patterns. Immutable and thread-safe.
 */
public final class Texts {

  private final Language language;
  private final ZoneId zone;
  private final ResourceBundle bundle;
  private final DateTimeFormatter timeOfDay;
  private final DateTimeFormatter day;
  private final DateTimeFormatter dayOfYear;
  private final DateTimeFormatter weekday;

  private Texts(Language language, ZoneId zone, ResourceBundle bundle) {
    Locale locale = language.locale();
    this.language = language;
    this.zone = zone;
    this.bundle = bundle;
    this.timeOfDay = DateTimeFormatter.ofPattern("HH:mm", locale);
    this.day = DateTimeFormatter.ofPattern(bundle.getString("format.day"), locale);
    this.dayOfYear = DateTimeFormatter.ofPattern(bundle.getString("format.day-with-year"), locale);
    this.weekday = DateTimeFormatter.ofPattern("EEEE", locale);
  }

  /**
   * The texts of a language.
   *
   * @param zone the zone in which times are written
   */
  public static Texts of(Language language, ZoneId zone) {
    ResourceBundle bundle =
        ResourceBundle.getBundle(
            "org.visavis.web.texts",
            language.locale(),
            Texts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    return new Texts(language, zone, bundle);
  }

  /** The language of these texts. */
  public Language language() {
    return language;
  }

  /** The zone in which times are written. */
  public ZoneId zone() {
    return zone;
  }

  /** Whether there is a text of this key. */
  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /**
   * A text whose gaps, if it has any, are left as they are.
   *
   * @throws MissingResourceException if there is no such text
   */
  public String of(String key) {
    return bundle.getString(key);
  }

  /**
   * A text with its gaps filled.
   *
   * @throws MissingResourceException if there is no such text
   */
  public String of(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
  }

  /**
   * A text that depends on a number: {@code key.zero} (where there is one), {@code key.one} or
   * {@code key.other}, with the number as {@code {0}}.
   *
   * @throws MissingResourceException if there is no such text
   */
  public String count(String key, long number, Object... more) {
    Object[] arguments = new Object[more.length + 1];
    arguments[0] = number;
    System.arraycopy(more, 0, arguments, 1, more.length);
    if (number == 0 && has(key + ".zero")) {
      return of(key + ".zero", arguments);
    }
    return of(key + (number == 1 ? ".one" : ".other"), arguments);
  }

  /**
   * A phrase in this language.
   *
   * @throws MissingResourceException if there is no such text
   */
  public String of(Phrase phrase, Instant now) {
    if (phrase.arguments().isEmpty()) {
      return of(phrase.key());
    }
    return of(
        phrase.key(),
        phrase.arguments().stream().map(argument -> inWords(argument, now)).toArray());
  }

  private Object inWords(Object argument, Instant now) {
    if (argument instanceof Instant instant) {
      return moment(instant, now);
    } else if (argument instanceof StatusKind status) {
      return of("status." + status.code());
    } else if (argument instanceof LoadWord load) {
      return of("load." + load.code());
    } else if (argument instanceof ChannelKind channel) {
      return of("channel." + channel.code());
    } else if (argument instanceof Phrase phrase) {
      return of(phrase, now);
    }
    return argument;
  }

  /** A time of day, for example {@code 14:32}. */
  public String time(Instant instant) {
    return timeOfDay.format(instant.atZone(zone));
  }

  /** A day, for example “2 December”; with its year if that is not the present one. */
  public String day(Instant instant, Instant now) {
    return day(instant.atZone(zone).toLocalDate(), now.atZone(zone).toLocalDate());
  }

  /**
   * A moment as briefly as it is clear: the time of day if it is today, else with the day in front.
   */
  public String moment(Instant instant, Instant now) {
    ZonedDateTime at = instant.atZone(zone);
    LocalDate today = now.atZone(zone).toLocalDate();
    if (at.toLocalDate().equals(today)) {
      return time(instant);
    }
    return of("format.day-and-time", nearDay(at.toLocalDate(), today), time(instant));
  }

  /** An end, for example “until 18:00” or “until 2 December”; midnight counts to the day before. */
  public String until(Instant end, Instant now) {
    ZonedDateTime at = end.atZone(zone);
    LocalDate today = now.atZone(zone).toLocalDate();
    if (at.toLocalTime().equals(LocalTime.MIDNIGHT)) {
      LocalDate last = at.toLocalDate().minusDays(1);
      return last.equals(today) ? of("until.end-of-today") : of("until", nearDay(last, today));
    }
    LocalDate date = at.toLocalDate();
    return date.equals(today)
        ? of("until", time(end))
        : of("until", of("format.day-and-time", nearDay(date, today), time(end)));
  }

  /**
   * A day with its weekday, for example “Thursday, 3 December”; with its year if that is not the
   * present one.
   */
  public String weekday(LocalDate date, Instant now) {
    String written = day(date, now.atZone(zone).toLocalDate());
    return of("format.day-and-time", weekday.format(date), written);
  }

  private String nearDay(LocalDate date, LocalDate today) {
    if (date.equals(today)) {
      return of("day.today");
    } else if (date.equals(today.plusDays(1))) {
      return of("day.tomorrow");
    } else if (date.equals(today.minusDays(1))) {
      return of("day.yesterday");
    } else if (date.isAfter(today) && date.isBefore(today.plusDays(7))) {
      return weekday.format(date);
    }
    return day(date, today);
  }

  private String day(LocalDate date, LocalDate today) {
    return (date.getYear() == today.getYear() ? day : dayOfYear).format(date);
  }
}
