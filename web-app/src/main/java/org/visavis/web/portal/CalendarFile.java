package org.visavis.web.portal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.visavis.routing.Booking;

/** The time of an appointment for a calendar (RFC 5545, section 3.6.1). */
final class CalendarFile {

  /** The media type. */
  static final String MEDIA_TYPE = "text/calendar;charset=utf-8";

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int MOST_OCTETS = 75;

  private CalendarFile() {}

  /**
   * Answers the file.
   *
   * @param uid names the appointment for ever, so that a later file replaces the earlier one
   * @param summary what it is
   * @param link where the customer follows it
   */
  static String of(Booking booking, String uid, String summary, String link, Instant now) {
    StringBuilder file = new StringBuilder();
    for (String line :
        new String[] {
          "BEGIN:VCALENDAR",
          "VERSION:2.0",
          "PRODID:-//Visavis//Appointments//EN",
          "METHOD:PUBLISH",
          "BEGIN:VEVENT",
          "UID:" + uid,
          "SEQUENCE:" + booking.moves(),
          "DTSTAMP:" + UTC.format(now),
          "DTSTART:" + UTC.format(booking.slot().start()),
          "DTEND:" + UTC.format(booking.slot().end()),
          "SUMMARY:" + escaped(summary),
          "URL:" + link,
          "STATUS:CONFIRMED",
          "END:VEVENT",
          "END:VCALENDAR"
        }) {
      file.append(folded(line)).append("\r\n");
    }
    return file.toString();
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace(";", "\\;")
        .replace(",", "\\,")
        .replaceAll("\\R", "\\\\n");
  }

  /** A line is folded before its 76th octet, never within a character (section 3.1). */
  private static String folded(String line) {
    StringBuilder folded = new StringBuilder();
    int octets = 0;
    for (int point : line.codePoints().toArray()) {
      String character = Character.toString(point);
      int size = character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > MOST_OCTETS) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.append(character);
      octets += size;
    }
    return folded.toString();
  }
}
