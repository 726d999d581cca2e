package org.visavis.web.pages;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.visavis.routing.Slot;

/** Writes the time of an appointment, for whoever lives in a zone. */
public final class SlotWords {

  private SlotWords() {}

  /**
   * Answers day, start, end and zone, for example “Thursday, 3 December, 10:00 to 10:30
   * (Europe/Berlin)”.
   */
  public static String of(Slot slot, ZoneId zone, Language language, Instant now) {
    Texts texts = Texts.of(language, zone);
    return texts.of(
        "appointment.when",
        texts.weekday(slot.start().atZone(zone).toLocalDate(), now),
        texts.time(slot.start()),
        texts.time(slot.end()),
        zone.getId());
  }

  /** Answers the same from the words of a timeline, in the zone of who is asked about, if any. */
  static String of(String text, Optional<ZoneId> zone, Texts texts, Instant now) {
    return of(Slot.parse(text), zone.orElse(texts.zone()), texts.language(), now);
  }
}
