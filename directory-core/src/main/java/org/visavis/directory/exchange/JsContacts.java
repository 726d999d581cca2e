package org.visavis.directory.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonWriterFactory;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParser.Event;
import jakarta.json.stream.JsonParsingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Map;
import org.visavis.directory.Employee;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.Profile;

/**
 * Reads people from JSContact cards (RFC 9553), one or an array of them, and writes them. What the
 * format has no property for (channels, region, time zone, office, last day) stands in properties
 * that begin with {@code visavis.org:}. A broken card is refused with the line where it begins, and
 * the others are taken; nothing is ever thrown for what is in the file. Needs Jakarta JSON
 * Processing. Thread-safe.
 */
public final class JsContacts {

  /** The media type of a card (RFC 9553, section 2). */
  public static final String MEDIA_TYPE = "application/jscontact+json";

  private static final Map<String, String> PROPERTIES =
      Map.ofEntries(
          Map.entry("id", "uid"),
          Map.entry("displayName", "name/full"),
          Map.entry("givenName", "name/components"),
          Map.entry("familyName", "name/components"),
          Map.entry("formOfAddress", "name/components"),
          Map.entry("title", "titles"),
          Map.entry("memberships", "organizations"),
          Map.entry("topics", "keywords"),
          Map.entry("languages", "preferredLanguages"),
          Map.entry("email", "emails"),
          Map.entry("phone", "phones"),
          Map.entry("mobile", "phones"),
          Map.entry("about", "notes"),
          Map.entry("pronouns", "speakToAs"),
          Map.entry("channels", "visavis.org:channels"),
          Map.entry("region", "visavis.org:region"),
          Map.entry("timeZone", "visavis.org:timeZone"),
          Map.entry("office", "visavis.org:office"),
          Map.entry("nameOrder", "visavis.org:nameOrder"),
          Map.entry("leavesOn", "visavis.org:leavesOn"));

  private JsContacts() {}

  /**
   * Reads all cards of a file. Does not close it.
   *
   * @throws java.io.UncheckedIOException when the stream fails
   */
  public static ImportedPeople read(InputStream file) {
    Collected people = new Collected(PROPERTIES);
    try {
      cards(FileText.of(file), people);
    } catch (UnreadableFileException e) {
      return e.nothing();
    }
    return people.result();
  }

  /**
   * Writes people as an array of cards, so that {@link #read} reads them again, but for portraits,
   * consents and what they keep up themselves.
   *
   * @param out where to; is not closed
   * @throws IOException when it cannot be written
   */
  public static void write(Collection<Employee> people, Names names, Appendable out)
      throws IOException {
    JsonArrayBuilder cards = Json.createArrayBuilder();
    people.forEach(
        person -> cards.add(JsContactWriting.card(PersonValues.of(person, names), names)));
    StringWriter text = new StringWriter();
    JsonWriterFactory pretty =
        Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true));
    try (var writer = pretty.createWriter(text)) {
      writer.write(cards.build());
    }
    out.append(text.toString().strip()).append('\n');
  }

  /** Answers the card of a person as an audience may see it. */
  public static JsonObject card(Profile profile, Names names) {
    return JsContactWriting.card(PersonValues.of(profile, names), names);
  }

  private static void cards(String text, Collected people) {
    int line = 1;
    try (JsonParser parser = Json.createParser(new StringReader(text))) {
      Event first = parser.next();
      if (first == Event.START_OBJECT) {
        take(parser, people);
      } else if (first == Event.START_ARRAY) {
        for (Event event = parser.next(); event != Event.END_ARRAY; event = parser.next()) {
          line = line(parser);
          if (event == Event.START_OBJECT) {
            take(parser, people);
          } else {
            people.refuse(line, "A card is an object");
            if (event == Event.START_ARRAY) {
              // Not skipped: at the end of the file, the library would look for its end for ever.
              return;
            }
          }
        }
      } else {
        people.refuse(1, "The file is neither a card nor an array of cards");
      }
      if (parser.hasNext()) {
        people.refuse(line(parser), "Something follows the last card");
      }
    } catch (JsonParsingException e) {
      people.refuse((int) Math.max(line, e.getLocation().getLineNumber()), "This is no JSON");
    } catch (RuntimeException e) {
      // The library has an exception of its own for every way in which a file can end.
      people.refuse(line, "From here on the file is no JSON, or is cut off");
    }
  }

  private static void take(JsonParser parser, Collected people) {
    int line = line(parser);
    JsonObject card = parser.getObject();
    try {
      people.take(JsContactReading.entry(card, line));
    } catch (BadCellException e) {
      people.refuse(line, e);
    }
  }

  private static int line(JsonParser parser) {
    return (int) Math.max(1, parser.getLocation().getLineNumber());
  }
}
