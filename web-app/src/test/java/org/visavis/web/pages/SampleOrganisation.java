package org.visavis.web.pages;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A few invented people in every state a page can show, as of one moment. */
final class SampleOrganisation {

  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final Instant NOW = Instant.parse("2026-11-24T13:22:00Z");

  private SampleOrganisation() {}

  static Site site() {
    Assets assets = Assets.of(path -> Optional.of(open(Path.of("src/main/webapp" + path))));
    return Site.of(
        "Nahwärts", "https://people.example.com/", BERLIN, true, assets, InstantSource.fixed(NOW));
  }

  private static java.io.InputStream open(Path path) {
    try {
      return Files.newInputStream(path);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static Portrait portrait(String id, String name) {
    boolean drawn = Files.exists(Path.of("src/main/resources/demo/portraits", id + ".webp"));
    return Portrait.of(id, name, drawn ? "/portraits/" + id + ".webp" : "");
  }

  static PersonCard greta(Language language) {
    boolean de = language == Language.DE;
    return new PersonCard(
        "greta.mayer",
        "Greta Mayer",
        de ? "Leiterin Rechnung & Zahlung" : "Head of bills & payments",
        List.of(de ? "Rechnung & Zahlung" : "Bills & payments"),
        de
            ? List.of("Rechnung erklärt", "Erstattung", "Tarif")
            : List.of("Bill explained", "Refund"),
        portrait("greta.mayer", "Greta Mayer"),
        StatusView.of(StatusKind.AVAILABLE, NOW.plus(Duration.ofMinutes(218)))
            .withNote(
                de
                    ? "Bringen Sie Ihre Rechnung mit, ich den Kaffee"
                    : "Bring your bill, I bring the coffee"),
        LoadWord.FREE,
        channels("+49 89 99998102"),
        List.of());
  }

  static List<ChannelButton> channels(String phone) {
    return List.of(
        ChannelButton.lease(ChannelKind.MESSAGE, Openness.OPEN, ChannelNote.NONE),
        ChannelButton.lease(ChannelKind.CALLBACK, Openness.OPEN, ChannelNote.NONE),
        ChannelButton.link(
            ChannelKind.PHONE, Openness.OPEN, "tel:" + phone.replace(" ", ""), phone));
  }

  static PersonCard aylin(Language language) {
    boolean de = language == Language.DE;
    return new PersonCard(
        "aylin.yildirim",
        "Aylin Yıldırım",
        de ? "Beraterin für Zahlungspläne" : "Payment plan adviser",
        List.of(de ? "Rechnung & Zahlung" : "Bills & payments"),
        de ? List.of("Ratenzahlung", "Mahnung") : List.of("Instalments", "Reminder"),
        portrait("aylin.yildirim", "Aylin Yıldırım"),
        StatusView.of(StatusKind.BUSY, NOW.plus(Duration.ofMinutes(53)))
            .withNote(de ? "Im Gespräch, danach gern" : "In a conversation, gladly afterwards"),
        LoadWord.BUSY,
        List.of(
            ChannelButton.lease(ChannelKind.MESSAGE, Openness.OPEN, ChannelNote.NONE),
            ChannelButton.lease(ChannelKind.CALLBACK, Openness.LATER, ChannelNote.NOT_NOW)
                .openingAt(NOW.plus(Duration.ofMinutes(53))),
            ChannelButton.link(
                    ChannelKind.PHONE, Openness.CLOSED, "tel:+498999998103", "+49 89 99998103")
                .because(ChannelNote.NOT_NOW)),
        List.of(de ? "Ratenzahlung" : "Instalments"));
  }

  static PersonCard jonas(Language language) {
    boolean de = language == Language.DE;
    return new PersonCard(
        "jonas.meier",
        "Jonas Meier",
        de ? "Rechnungserklärer" : "Bill explainer",
        List.of(de ? "Rechnung & Zahlung" : "Bills & payments"),
        de ? List.of("Rechnung erklärt") : List.of("Bill explained"),
        portrait("jonas.meier", "Jonas Meier"),
        StatusView.of(StatusKind.AWAY, NOW.plus(Duration.ofMinutes(38))),
        LoadWord.FULL,
        List.of(
            ChannelButton.lease(ChannelKind.MESSAGE, Openness.WAITLIST, ChannelNote.AT_LIMIT),
            ChannelButton.lease(ChannelKind.CALLBACK, Openness.CLOSED, ChannelNote.AT_LIMIT)),
        List.of());
  }

  static PersonCard person(
      Language language, String id, String name, String title, StatusView status, LoadWord load) {
    boolean holiday = status.kind() == StatusKind.ON_HOLIDAY;
    boolean live = status.kind() == StatusKind.AVAILABLE || status.kind() == StatusKind.BUSY;
    return new PersonCard(
        id,
        name,
        title,
        List.of(language == Language.DE ? "Strom, Wärme & Zähler" : "Power, heat & meters"),
        List.of(language == Language.DE ? "Zählerstand" : "Meter reading"),
        portrait(id, name),
        status,
        load,
        holiday
            ? List.of(ChannelButton.lease(ChannelKind.MESSAGE, Openness.CLOSED, ChannelNote.ABSENT))
            : List.of(
                ChannelButton.lease(ChannelKind.MESSAGE, Openness.OPEN, ChannelNote.NONE),
                ChannelButton.lease(
                    ChannelKind.CALLBACK,
                    live ? Openness.OPEN : Openness.CLOSED,
                    live ? ChannelNote.NONE : ChannelNote.STATUS_UNKNOWN)),
        List.of());
  }

  static List<PersonCard> people(Language language) {
    boolean de = language == Language.DE;
    return List.of(
        greta(language),
        aylin(language),
        jonas(language),
        person(
            language,
            "ibrahim.celik",
            "Ibrahim Çelik",
            de ? "Zählertechniker" : "Meter technician",
            StatusView.of(StatusKind.TRAVELLING, NOW.plus(Duration.ofHours(22))),
            LoadWord.SOME),
        person(
            language,
            "hannelore.voss",
            "Hannelore Voß",
            de ? "Ansprechpartnerin für Abschläge" : "Contact for monthly payments",
            StatusView.of(StatusKind.ON_HOLIDAY, Instant.parse("2026-12-02T23:00:00Z")),
            LoadWord.FREE),
        person(
            language,
            "seun.adeyemi",
            "Ṣeun Adeyemi",
            de ? "Berater für Wärme" : "Heat adviser",
            StatusView.of(StatusKind.AVAILABLE, Instant.parse("2026-11-24T23:00:00Z")),
            LoadWord.SOME),
        person(
            language,
            "nobody.drawn",
            "Dr. Ana-Lucía Ferreira da Costa",
            de ? "Sachverständige für Verbrauchsabrechnung" : "Expert for consumption billing",
            StatusView.of(StatusKind.UNKNOWN),
            LoadWord.FREE),
        person(
            language,
            "sepp.lechner",
            "Sepp Lechner",
            de ? "Hausanschlüsse" : "House connections",
            StatusView.of(StatusKind.OFF_DUTY, Instant.parse("2026-11-25T07:00:00Z")),
            LoadWord.FREE));
  }
}
