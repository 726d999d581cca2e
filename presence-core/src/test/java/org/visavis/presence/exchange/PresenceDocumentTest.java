package org.visavis.presence.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.visavis.directory.Channel;
import org.visavis.directory.Label;
import org.visavis.presence.Load;
import org.visavis.presence.Openness;
import org.visavis.presence.PublicStatus;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;

/** Holds documents against schemas that say what RFC 3863, 4479 and 4480 say of these elements. */
class PresenceDocumentTest {

  private static final URI ANNA = URI.create("pres:anna.kern@nahwaerts.example");
  private static final Instant UNTIL = Instant.parse("2026-03-02T15:00:00.123Z");

  private static Reachability reachability(Status status, Optional<Instant> until, Label note) {
    return new Reachability(
        true,
        new PublicStatus(status, until, note),
        Load.SOME,
        Map.of(Channel.MESSAGE, Openness.OPEN, Channel.PHONE, Openness.WAITLIST),
        List.of(),
        Optional.empty());
  }

  private static void validate(String document) throws Exception {
    SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
    Source[] sources =
        List.of("xml", "rpid", "data-model", "pidf").stream()
            .map(name -> PresenceDocumentTest.class.getResource(name + ".xsd").toExternalForm())
            .map(StreamSource::new)
            .toArray(Source[]::new);
    Schema schema = factory.newSchema(sources);
    schema.newValidator().validate(new StreamSource(new StringReader(document)));
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void everyStatusMakesAValidDocument(Status status) throws Exception {
    Label note =
        Label.of(Map.of(Locale.GERMAN, "Frau <Kern> & Herr \"Abel\"", Locale.ENGLISH, "back soon"));
    validate(
        PresenceDocument.write(
                ANNA,
                reachability(status, Optional.of(UNTIL), note),
                Map.of(Channel.PHONE, URI.create("tel:+4930123456")))
            .orElseThrow());
    validate(
        PresenceDocument.write(
                ANNA, reachability(status, Optional.empty(), Label.empty()), Map.of())
            .orElseThrow());
  }

  @Test
  void theSchemasRefuseWhatIsWrong() {
    String document =
        PresenceDocument.write(
                ANNA, reachability(Status.BUSY, Optional.empty(), Label.empty()), Map.of())
            .orElseThrow();
    assertThatThrownBy(() -> validate(document.replace(">open<", ">waitlist<")))
        .hasMessageContaining("waitlist");
    assertThatThrownBy(() -> validate(document.replace("rpid:busy", "rpid:secret")))
        .hasMessageContaining("secret");
    assertThatThrownBy(() -> validate(document.replace("entity=", "whom=")))
        .hasMessageContaining("whom");
  }

  @Test
  void aDocumentSaysWhatIsShownAndNoMore() {
    assertThat(
            PresenceDocument.write(
                ANNA,
                reachability(Status.ON_HOLIDAY, Optional.of(UNTIL), Label.empty()),
                Map.of(Channel.PHONE, URI.create("tel:+4930123456"))))
        .contains(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                + "<presence xmlns=\"urn:ietf:params:xml:ns:pidf\""
                + " xmlns:dm=\"urn:ietf:params:xml:ns:pidf:data-model\""
                + " xmlns:rpid=\"urn:ietf:params:xml:ns:pidf:rpid\""
                + " entity=\"pres:anna.kern@nahwaerts.example\">"
                + "<tuple id=\"message\"><status><basic>open</basic></status></tuple>"
                + "<tuple id=\"phone\"><status><basic>closed</basic></status>"
                + "<contact>tel:+4930123456</contact></tuple>"
                + "<dm:person id=\"person\"><rpid:activities until=\"2026-03-02T15:00:00Z\">"
                + "<rpid:vacation/></rpid:activities></dm:person></presence>");
  }

  @Test
  void aHiddenPersonHasNoDocument() {
    assertThat(PresenceDocument.write(ANNA, Reachability.hidden(), Map.of())).isEmpty();
  }
}
