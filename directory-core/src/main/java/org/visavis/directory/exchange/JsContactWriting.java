package org.visavis.directory.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.visavis.directory.LinkKind;

/** Makes a JSContact card of an entry. Used once. */
final class JsContactWriting {

  /** What the format has no property for stands in one that begins so (RFC 9553, section 1.8). */
  static final String OWN = "visavis.org:";

  /** The language of a text that has been stated, while the card has none. */
  static final String LANGUAGE = OWN + "language";

  private final Entry entry;
  private final Names names;
  private final JsonObjectBuilder card = Json.createObjectBuilder();

  /** To languages, the texts that stand in place of others, by their paths. */
  private final Map<String, JsonObjectBuilder> localizations = new TreeMap<>();

  private JsContactWriting(Entry entry, Names names) {
    this.entry = entry;
    this.names = names;
  }

  static JsonObject card(Entry entry, Names names) {
    return new JsContactWriting(entry, names).card();
  }

  private JsonObject card() {
    card.add("@type", "Card").add("version", "1.0").add("kind", "individual");
    card.add("uid", entry.text("id")).add("name", name());
    roles();
    keywords();
    languages();
    if (!entry.text("email").isEmpty()) {
      card.add("emails", map("e1", Json.createObjectBuilder().add("address", entry.text("email"))));
    }
    channels();
    links();
    Map<Locale, String> pronouns = texts("pronouns");
    if (!pronouns.isEmpty()) {
      card.add(
          "speakToAs",
          Json.createObjectBuilder()
              .add("pronouns", map("p1", text(pronouns, "pronouns", "speakToAs/pronouns/p1"))));
    }
    Map<Locale, String> about = texts("about");
    if (!about.isEmpty()) {
      card.add("notes", map("n1", text(about, "note", "notes/n1")));
    }
    Map<Locale, String> office = texts("office");
    if (!office.isEmpty()) {
      card.add(OWN + "office", text(office, "name", OWN + "office"));
    }
    for (String column : List.of("region", "timeZone", "leavesOn")) {
      if (!entry.text(column).isEmpty()) {
        card.add(OWN + column, entry.text(column));
      }
    }
    if (!localizations.isEmpty()) {
      JsonObjectBuilder all = Json.createObjectBuilder();
      localizations.forEach(all::add);
      card.add("localizations", all);
    }
    return card.build();
  }

  /** The components stand in the order in which the name is said. */
  private JsonObjectBuilder name() {
    JsonArrayBuilder components = Json.createArrayBuilder();
    component(components, "title", entry.text("formOfAddress"));
    boolean familyFirst = entry.text("nameOrder").equals("family-first");
    if (familyFirst) {
      component(components, "surname", entry.text("familyName"));
    }
    component(components, "given", entry.text("givenName"));
    if (!familyFirst) {
      component(components, "surname", entry.text("familyName"));
    }
    JsonObjectBuilder name = Json.createObjectBuilder().add("full", entry.shownName());
    if (familyFirst) {
      card.add(OWN + "nameOrder", "family-first");
    }
    JsonArray parts = components.build();
    return parts.isEmpty() ? name : name.add("components", parts).add("isOrdered", true);
  }

  private static void component(JsonArrayBuilder components, String kind, String value) {
    if (!value.isEmpty()) {
      components.add(Json.createObjectBuilder().add("kind", kind).add("value", value));
    }
  }

  private void roles() {
    JsonObjectBuilder organisations = Json.createObjectBuilder();
    JsonObjectBuilder titles = Json.createObjectBuilder();
    int number = 0;
    for (Entry.Membership membership : entry.memberships()) {
      String id = "o" + ++number;
      JsonObjectBuilder organisation = Json.createObjectBuilder();
      if (!names.organisation().isEmpty()) {
        organisation.add("name", names.organisation());
      }
      organisation.add(
          "units",
          Json.createArrayBuilder()
              .add(Json.createObjectBuilder().add("name", membership.department())));
      organisations.add(id, organisation);
      if (!membership.titles().isEmpty()) {
        String title = "t" + number;
        titles.add(
            title,
            text(membership.titles(), "name", "titles/" + title)
                .add("kind", "title")
                .add("organizationId", id));
      }
    }
    Map<Locale, String> alone = texts("title");
    if (!alone.isEmpty()) {
      titles.add("t0", text(alone, "name", "titles/t0").add("kind", "title"));
    }
    addIfAny("organizations", organisations);
    addIfAny("titles", titles);
  }

  private void keywords() {
    JsonObjectBuilder keywords = Json.createObjectBuilder();
    entry.list("topics").forEach(topic -> keywords.add(Cells.plain(topic), true));
    addIfAny("keywords", keywords);
  }

  private void languages() {
    JsonObjectBuilder languages = Json.createObjectBuilder();
    int number = 0;
    for (String language : entry.list("languages")) {
      languages.add(
          "l" + ++number,
          Json.createObjectBuilder().add("language", language).add("pref", Math.min(number, 100)));
    }
    addIfAny("preferredLanguages", languages);
  }

  /** The telephone number that may be shown is there for everybody's address book as well. */
  private void channels() {
    JsonArrayBuilder channels = Json.createArrayBuilder();
    JsonObjectBuilder phones = Json.createObjectBuilder();
    int number = 0;
    for (String channel : entry.list("channels")) {
      channels.add(channel);
      List<String> parts = Cells.parts(channel);
      if (parts.size() == 2 && parts.get(1).startsWith("tel:")) {
        phones.add(
            "p" + ++number,
            Json.createObjectBuilder()
                .add("number", parts.get(1))
                .add("contexts", Json.createObjectBuilder().add("work", true)));
      }
    }
    addIfAny("phones", phones);
    if (!entry.list("channels").isEmpty()) {
      card.add(OWN + "channels", channels);
    }
  }

  private void links() {
    JsonObjectBuilder links = Json.createObjectBuilder();
    JsonObjectBuilder services = Json.createObjectBuilder();
    int number = 0;
    for (String link : entry.list("links")) {
      List<String> parts = Cells.parts(link);
      JsonObjectBuilder one = Json.createObjectBuilder().add("uri", parts.get(0));
      if (parts.size() > 1) {
        one.add("label", parts.get(1));
      }
      String id = "k" + ++number;
      switch (LinkKind.of(URI.create(parts.get(0)))) {
        case SIP, XMPP, MATRIX -> services.add(id, one);
        default -> links.add(id, one);
      }
    }
    addIfAny("links", links);
    addIfAny("onlineServices", services);
  }

  private Map<Locale, String> texts(String base) {
    Map<Locale, String> texts = new LinkedHashMap<>();
    for (String column : entry.columnsOf(base)) {
      texts.put(PersonCells.languageOf(column), entry.text(column));
    }
    return texts;
  }

  /**
   * One text stands in the object, the others among the localizations (RFC 9553, section 2.7.1).
   */
  private JsonObjectBuilder text(Map<Locale, String> texts, String property, String path) {
    Locale first = texts.containsKey(Locale.ROOT) ? Locale.ROOT : texts.keySet().iterator().next();
    JsonObjectBuilder object =
        Json.createObjectBuilder().add(property, texts.getOrDefault(first, ""));
    if (!first.getLanguage().isEmpty()) {
      object.add(LANGUAGE, first.getLanguage());
    }
    texts.forEach(
        (language, text) -> {
          if (!language.equals(first)) {
            localizations
                .computeIfAbsent(language.getLanguage(), tag -> Json.createObjectBuilder())
                .add(path + "/" + property, text);
          }
        });
    return object;
  }

  private static JsonObjectBuilder map(String id, JsonObjectBuilder object) {
    return Json.createObjectBuilder().add(id, object);
  }

  private void addIfAny(String property, JsonObjectBuilder objects) {
    JsonObject built = objects.build();
    if (!built.isEmpty()) {
      card.add(property, built);
    }
  }
}
