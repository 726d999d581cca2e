package org.visavis.web.portal;

import java.util.List;
import java.util.Optional;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.pages.View;

/**
 * The times that a customer can book with a person, in the customer's zone. For a new appointment
 * each leads to {@code ?zone=…&slot=…}; for one that is moved each is a button of a form that posts
 * {@code key, zone, slot} to the page itself.
 *
 * @param person the person
 * @param path the address of the page after the language, without query
 * @param key makes a double submit harmless; empty where times are links
 * @param now the time that is booked now, in words; empty where there is none
 * @param zone the zone in which times are shown
 * @param zones the zones to choose from
 * @param from the first day that is shown, such as {@code 2026-12-03}
 * @param days the days with their times
 * @param earlier the first day of the part before; empty where there is none
 * @param later the first day of the part after; empty where nothing can be booked then
 * @param errors why the last choice was not taken
 */
public record TimesView(
    PersonCard person,
    String path,
    String key,
    Optional<String> now,
    String zone,
    List<String> zones,
    String from,
    List<Day> days,
    Optional<String> earlier,
    Optional<String> later,
    List<FieldError> errors)
    implements View {

  /** Copies the lists. */
  public TimesView {
    zones = List.copyOf(zones);
    days = List.copyOf(days);
    errors = List.copyOf(errors);
  }

  @Override
  public String template() {
    return "portal/times.jte";
  }

  /** Whether a time that is booked already is moved, or one is booked for a request. */
  public boolean moves() {
    return !key.isEmpty();
  }

  /**
   * The times of a day.
   *
   * @param name the day in words
   * @param times its times
   */
  public record Day(String name, List<Time> times) {

    /** Copies the list. */
    public Day {
      times = List.copyOf(times);
    }
  }

  /**
   * A time.
   *
   * @param label the start as the clock shows it
   * @param start the start as an instant in UTC
   */
  public record Time(String label, String start) {}
}
