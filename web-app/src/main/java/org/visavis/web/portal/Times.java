package org.visavis.web.portal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.visavis.routing.AppointmentSettings;
import org.visavis.routing.Slot;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.pages.SlotWords;
import org.visavis.web.pages.Texts;

/**
 * The times that a page shows: two weeks of a customer's zone.
 *
 * @param zone the customer's zone
 * @param from the first day
 */
record Times(ZoneId zone, LocalDate from) {

  private static final int DAYS = 14;

  /** The zones that people live in, by continent and city. */
  private static final Pattern CITY =
      Pattern.compile(
          "(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+");

  private static final List<String> ZONES =
      List.copyOf(
          new TreeSet<>(
              ZoneId.getAvailableZoneIds().stream()
                  .filter(id -> CITY.matcher(id).matches())
                  .toList()));

  /**
   * Reads what an address says; what it does not say, or wrongly, is as the portal has it.
   *
   * @param zone the id of a zone
   * @param from a day
   */
  static Times of(String zone, String from, Page page) {
    ZoneId known = zone(zone).orElse(page.texts().zone());
    LocalDate today = LocalDate.ofInstant(page.now(), known);
    LocalDate last = today.plusDays(AppointmentSettings.MAX_HORIZON_DAYS);
    return new Times(
        known, date(from).filter(day -> day.isAfter(today) && !day.isAfter(last)).orElse(today));
  }

  static Optional<ZoneId> zone(String id) {
    try {
      return Optional.of(id).filter(text -> !text.isEmpty()).map(ZoneId::of);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return Optional.of(text).filter(day -> !day.isEmpty()).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** Answers the instant that a form sent as the start of a slot. */
  static Optional<Instant> start(String text) {
    try {
      return Optional.of(text).filter(start -> !start.isEmpty()).map(Instant::parse);
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Answers the page.
   *
   * @param slots answers the slots between two instants
   */
  TimesView view(
      PersonCard person,
      String path,
      String key,
      Optional<Slot> booked,
      BiFunction<Instant, Instant, List<Slot>> slots,
      List<FieldError> errors,
      Page page) {
    LocalDate today = LocalDate.ofInstant(page.now(), zone);
    LocalDate next = from.plusDays(DAYS);
    List<Slot> found = slots.apply(midnight(from), midnight(next));
    boolean more = !slots.apply(midnight(next), midnight(next.plusDays(DAYS))).isEmpty();
    LocalDate before = from.minusDays(DAYS);
    return new TimesView(
        person,
        path,
        key,
        booked.map(slot -> SlotWords.of(slot, zone, page.language(), page.now())),
        zone.getId(),
        zones(),
        from.toString(),
        days(found, page),
        from.isAfter(today)
            ? Optional.of((before.isBefore(today) ? today : before).toString())
            : Optional.empty(),
        more ? Optional.of(next.toString()) : Optional.empty(),
        errors);
  }

  private List<String> zones() {
    if (ZONES.contains(zone.getId())) {
      return ZONES;
    }
    List<String> zones = new ArrayList<>(ZONES);
    zones.add(0, zone.getId());
    return zones;
  }

  private Instant midnight(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private List<TimesView.Day> days(List<Slot> slots, Page page) {
    Map<LocalDate, List<Slot>> byDay = new TreeMap<>();
    slots.forEach(
        slot ->
            byDay
                .computeIfAbsent(LocalDate.ofInstant(slot.start(), zone), day -> new ArrayList<>())
                .add(slot));
    Texts texts = Texts.of(page.language(), zone);
    List<TimesView.Day> days = new ArrayList<>();
    byDay.forEach(
        (day, times) ->
            days.add(new TimesView.Day(texts.weekday(day, page.now()), labels(times, texts))));
    return days;
  }

  /** On the night on which an hour comes twice, both say how far they are from UTC. */
  private List<TimesView.Time> labels(List<Slot> slots, Texts texts) {
    return slots.stream()
        .map(
            slot -> {
              String label = texts.time(slot.start());
              long same = slots.stream().filter(it -> texts.time(it.start()).equals(label)).count();
              ZoneOffset offset = zone.getRules().getOffset(slot.start());
              return new TimesView.Time(
                  same > 1 ? label + " (UTC" + offset + ")" : label, slot.start().toString());
            })
        .toList();
  }

  /** Answers times with their days, for a list of a few. */
  List<TimesView.Time> withDays(List<Slot> slots, Page page) {
    return slots.stream()
        .map(
            slot ->
                new TimesView.Time(
                    SlotWords.of(slot, zone, page.language(), page.now()),
                    DateTimeFormatter.ISO_INSTANT.format(slot.start())))
        .toList();
  }
}
