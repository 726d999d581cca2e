package org.visavis.directory.exchange;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Makes an entry of a JSContact card. Used once. */
final class JsContactReading {

  private static final String OWN = JsContactWriting.OWN;

  private final JsonObject card;
  private final Entry entry;
  private final JsonObject localizations;

  private JsContactReading(JsonObject card, int line) {
    this.card = card;
    this.entry = new Entry(line);
    this.localizations = object(card, "localizations");
  }

  /**
   * Answers the entry of a card.
   *
   * @throws BadCellException when a property is of another kind than the format has it
   */
  static Entry entry(JsonObject card, int line) {
    return new JsContactReading(card, line).entry();
  }

  private Entry entry() {
    entry.add("id", string(card, "uid").replaceFirst("(?i)^urn:uuid:", ""));
    name();
    roles();
    object(card, "keywords").keySet().forEach(word -> entry.add("topics", Cells.entry(word)));
    languages();
    each("emails", (id, mail) -> first("email", string(mail, "address")));
    phones();
    each("links", (id, link) -> link(link));
    each("onlineServices", (id, service) -> link(service));
    JsonObject pronouns = object(object(card, "speakToAs"), "pronouns");
    for (String id : pronouns.keySet()) {
      texts(object(pronouns, id), "pronouns", "speakToAs/pronouns/" + id, "pronouns");
      break;
    }
    for (String id : object(card, "notes").keySet()) {
      texts(object(object(card, "notes"), id), "note", "notes/" + id, "about");
      break;
    }
    if (card.containsKey(OWN + "office")) {
      texts(object(card, OWN + "office"), "name", OWN + "office", "office");
    }
    for (String column : List.of("region", "timeZone", "leavesOn", "nameOrder")) {
      first(column, string(card, OWN + column));
    }
    for (JsonValue channel : array(card, OWN + "channels")) {
      entry.add("channels", text(OWN + "channels", channel));
    }
    return entry;
  }

  private void name() {
    JsonObject name = object(card, "name");
    first("displayName", string(name, "full"));
    StringBuilder titles = new StringBuilder();
    StringBuilder given = new StringBuilder();
    StringBuilder family = new StringBuilder();
    for (JsonValue value : array(name, "components")) {
      if (!(value instanceof JsonObject component)) {
        throw BadCellException.malformed("name/components", value.toString());
      }
      String text = string(component, "value");
      switch (string(component, "kind")) {
        case "title" -> titles.append(' ').append(text);
        case "given", "given2" -> given.append(' ').append(text);
        case "surname", "surname2" -> family.append(' ').append(text);
        default -> {}
      }
    }
    first("formOfAddress", titles.toString().strip());
    first("givenName", given.toString().strip());
    first("familyName", family.toString().strip());
  }

  private void roles() {
    Map<String, String> units = new LinkedHashMap<>();
    each(
        "organizations",
        (id, organisation) -> {
          for (JsonValue unit : array(organisation, "units")) {
            if (!(unit instanceof JsonObject object)) {
              throw BadCellException.malformed("organizations/units", unit.toString());
            }
            // The last is the smallest.
            units.put(id, string(object, "name"));
          }
        });
    units.values().removeIf(String::isBlank);
    units.values().forEach(unit -> entry.add("memberships", Cells.entry(unit)));
    each(
        "titles",
        (id, title) -> {
          @Nullable String unit = units.get(string(title, "organizationId"));
          languages(title, "name", "titles/" + id)
              .forEach(
                  (language, text) -> {
                    if (unit != null) {
                      entry.add(Entry.named("memberships", language), Cells.entry(unit, text));
                    } else {
                      first(Entry.named("title", language), text);
                    }
                  });
        });
  }

  private void languages() {
    JsonObject languages = object(card, "preferredLanguages");
    languages.keySet().stream()
        .map(id -> object(languages, id))
        .sorted(Comparator.comparingInt(JsContactReading::preference))
        .forEach(language -> entry.add("languages", string(language, "language")));
  }

  private static int preference(JsonObject object) {
    return object.get("pref") instanceof JsonNumber pref ? pref.intValue() : 100;
  }

  private void phones() {
    boolean channels = card.containsKey(OWN + "channels");
    each(
        "phones",
        (id, phone) -> {
          JsonObject features = object(phone, "features");
          boolean mobile = features.containsKey("mobile") || features.containsKey("cell");
          if (!features.containsKey("fax") && !(mobile && channels)) {
            first(
                mobile ? "mobile" : "phone", string(phone, "number").replaceFirst("(?i)^tel:", ""));
          }
        });
  }

  private void link(JsonObject link) {
    String uri = string(link, "uri");
    if (!uri.isBlank()) {
      entry.add("links", Cells.entry(uri.strip(), string(link, "label").strip()));
    }
  }

  private void texts(JsonObject object, String property, String path, String column) {
    languages(object, property, path)
        .forEach((language, text) -> first(Entry.named(column, language), text));
  }

  /** A text and what stands in place of it in other languages. */
  private Map<Locale, String> languages(JsonObject object, String property, String path) {
    Map<Locale, String> texts = new LinkedHashMap<>();
    String stated = string(object, JsContactWriting.LANGUAGE);
    texts.put(Locale.forLanguageTag(stated), string(object, property));
    for (String tag : localizations.keySet()) {
      JsonObject patch = object(localizations, tag);
      if (patch.containsKey(path + "/" + property)) {
        texts.putIfAbsent(Locale.forLanguageTag(tag), string(patch, path + "/" + property));
      }
    }
    return texts;
  }

  private void first(String column, String value) {
    if (!value.isBlank() && entry.text(column).isEmpty()) {
      entry.add(column, value);
    }
  }

  private void each(String property, BiConsumer<String, JsonObject> receiver) {
    JsonObject objects = object(card, property);
    objects.keySet().forEach(id -> receiver.accept(id, object(objects, id)));
  }

  private static JsonObject object(JsonObject parent, String property) {
    @Nullable JsonValue value = parent.get(property);
    if (value == null || value == JsonValue.NULL) {
      return JsonValue.EMPTY_JSON_OBJECT;
    }
    if (value instanceof JsonObject object) {
      return object;
    }
    throw BadCellException.malformed(property, value.toString());
  }

  private static JsonArray array(JsonObject parent, String property) {
    @Nullable JsonValue value = parent.get(property);
    if (value == null || value == JsonValue.NULL) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    if (value instanceof JsonArray array) {
      return array;
    }
    throw BadCellException.malformed(property, value.toString());
  }

  private static String string(JsonObject parent, String property) {
    @Nullable JsonValue value = parent.get(property);
    return value == null || value == JsonValue.NULL ? "" : text(property, value);
  }

  private static String text(String property, JsonValue value) {
    if (value instanceof JsonString string) {
      return string.getString();
    }
    throw BadCellException.malformed(property, value.toString());
  }
}
