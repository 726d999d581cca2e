package org.visavis.presence.exchange;

import java.io.StringWriter;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.visavis.directory.Channel;
import org.visavis.presence.Openness;
import org.visavis.presence.PublicStatus;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;

/**
 * Writes what is shown of a person as presence information: PIDF (RFC 3863), with the person of the
 * data model (RFC 4479) and its activity (RFC 4480). Each channel is a tuple, open or closed; what
 * the person does is the activity, with its end and the person's own note.
 *
 * <table>
 *   <caption>Activities by status</caption>
 *   <tr><th>status</th><th>activity</th></tr>
 *   <tr><td>available</td><td>working</td></tr>
 *   <tr><td>busy</td><td>busy</td></tr>
 *   <tr><td>away</td><td>away</td></tr>
 *   <tr><td>on holiday</td><td>vacation</td></tr>
 *   <tr><td>travelling</td><td>travel</td></tr>
 *   <tr><td>off duty</td><td>other: off-duty</td></tr>
 *   <tr><td>unknown</td><td>unknown</td></tr>
 * </table>
 *
 * <p>There is no time stamp: it would say when a person was last seen. The class has no state.
 */
public final class PresenceDocument {

  /** The media type of the document. */
  public static final String MEDIA_TYPE = "application/pidf+xml";

  private static final String PIDF = "urn:ietf:params:xml:ns:pidf";
  private static final String MODEL = "urn:ietf:params:xml:ns:pidf:data-model";
  private static final String RPID = "urn:ietf:params:xml:ns:pidf:rpid";

  private PresenceDocument() {}

  /**
   * Writes the document, in UTF-8 when it is sent.
   *
   * @param person names the person, such as {@code pres:anna.kern@company.example}
   * @param shown the decision for the audience that the document is for
   * @param links where a channel can be used; a channel without a link has no contact
   * @return empty for a hidden person, who is as one that does not exist
   */
  public static Optional<String> write(URI person, Reachability shown, Map<Channel, URI> links) {
    Objects.requireNonNull(person, "person");
    if (!shown.shown()) {
      return Optional.empty();
    }
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("", "presence", PIDF);
      xml.writeDefaultNamespace(PIDF);
      xml.writeNamespace("dm", MODEL);
      xml.writeNamespace("rpid", RPID);
      xml.writeAttribute("entity", person.toASCIIString());
      for (Map.Entry<Channel, Openness> channel : shown.channels().entrySet()) {
        writeTuple(xml, channel, Optional.ofNullable(links.get(channel.getKey())));
      }
      writePerson(xml, shown.status());
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A document in memory cannot be written", e);
    }
    return Optional.of(text.toString());
  }

  private static void writeTuple(
      XMLStreamWriter xml, Map.Entry<Channel, Openness> channel, Optional<URI> link)
      throws XMLStreamException {
    xml.writeStartElement(PIDF, "tuple");
    xml.writeAttribute("id", channel.getKey().code());
    xml.writeStartElement(PIDF, "status");
    write(xml, PIDF, "basic", channel.getValue() == Openness.OPEN ? "open" : "closed");
    xml.writeEndElement();
    if (link.isPresent()) {
      write(xml, PIDF, "contact", link.get().toASCIIString());
    }
    xml.writeEndElement();
  }

  private static void writePerson(XMLStreamWriter xml, PublicStatus status)
      throws XMLStreamException {
    xml.writeStartElement(MODEL, "person");
    xml.writeAttribute("id", "person");
    xml.writeStartElement(RPID, "activities");
    if (status.until().isPresent()) {
      xml.writeAttribute("until", status.until().get().truncatedTo(ChronoUnit.SECONDS).toString());
    }
    if (status.status() == Status.OFF_DUTY) {
      write(xml, RPID, "other", status.status().code());
    } else {
      xml.writeEmptyElement(RPID, activity(status.status()));
    }
    xml.writeEndElement();
    for (Map.Entry<Locale, String> note : status.note().byLanguage().entrySet()) {
      xml.writeStartElement(MODEL, "note");
      if (!note.getKey().getLanguage().isEmpty()) {
        xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", note.getKey().toLanguageTag());
      }
      xml.writeCharacters(allowed(note.getValue()));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static String activity(Status status) {
    return switch (status) {
      case AVAILABLE -> "working";
      case BUSY -> "busy";
      case AWAY -> "away";
      case ON_HOLIDAY -> "vacation";
      case TRAVELLING -> "travel";
      case OFF_DUTY -> "other";
      case UNKNOWN -> "unknown";
    };
  }

  private static void write(XMLStreamWriter xml, String space, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(space, name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  /** Leaves out what XML 1.0 has no place for. */
  private static String allowed(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            point ->
                point == '\t'
                    || point == '\n'
                    || point == '\r'
                    || (point >= 0x20 && point < 0xd800)
                    || (point >= 0xe000 && point < 0xfffe)
                    || point > 0xffff)
        .forEach(result::appendCodePoint);
    return result.toString();
  }
}
