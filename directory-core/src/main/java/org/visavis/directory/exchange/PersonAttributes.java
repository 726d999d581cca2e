package org.visavis.directory.exchange;

import com.unboundid.ldap.sdk.Attribute;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Label;

/**
 * Translates between an entry and the attributes of {@code inetOrgPerson} (RFC 2798). Thread-safe.
 */
final class PersonAttributes {

  /** To columns, the attributes in which they stand. */
  static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("id", "uid"),
          Map.entry("displayName", "cn"),
          Map.entry("familyName", "sn"),
          Map.entry("departments", "ou"),
          Map.entry("memberships", "ou"),
          Map.entry("topics", "businessCategory"),
          Map.entry("languages", "preferredLanguage"),
          Map.entry("email", "mail"),
          Map.entry("phone", "telephoneNumber"),
          Map.entry("office", "roomNumber"),
          Map.entry("about", "description"),
          Map.entry("links", "labeledURI"));

  private static final List<String> PEOPLE =
      List.of("inetorgperson", "organizationalperson", "person", "user");

  private PersonAttributes() {}

  static boolean isPerson(com.unboundid.ldap.sdk.Entry entry) {
    String @Nullable [] classes = entry.getObjectClassValues();
    if (classes == null) {
      return false;
    }
    for (String name : classes) {
      if (PEOPLE.contains(name.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  static Entry entry(com.unboundid.ldap.sdk.Entry attributes, int line) {
    Entry entry = new Entry(line);
    entry.add("id", first(attributes, "uid", "sAMAccountName", "employeeNumber", "entryUUID"));
    entry.add("givenName", first(attributes, "givenName"));
    entry.add("familyName", first(attributes, "sn"));
    entry.add("displayName", first(attributes, "displayName", "cn"));
    entry.add("email", first(attributes, "mail"));
    entry.add("phone", first(attributes, "telephoneNumber"));
    entry.add("mobile", first(attributes, "mobile"));
    texts(attributes, entry, "title", "title");
    texts(attributes, entry, "description", "about");
    texts(attributes, entry, "roomNumber", "office");
    if (entry.columnsOf("office").isEmpty()) {
      texts(attributes, entry, "physicalDeliveryOfficeName", "office");
    }
    for (String unit : all(attributes, attributes.hasAttribute("ou") ? "ou" : "department")) {
      entry.add("departments", Cells.entry(unit));
    }
    all(attributes, "businessCategory").forEach(topic -> entry.add("topics", Cells.entry(topic)));
    for (String languages : all(attributes, "preferredLanguage")) {
      for (String language : languages.split(",", -1)) {
        // It may be weighted, as in Accept-Language: de, en;q=0.5.
        entry.add("languages", language.replaceFirst(";.*", "").strip());
      }
    }
    for (String link : all(attributes, "labeledURI")) {
      int space = link.indexOf(' ');
      entry.add(
          "links",
          space < 0
              ? Cells.entry(link)
              : Cells.entry(link.substring(0, space), link.substring(space + 1).strip()));
    }
    return entry;
  }

  static List<Attribute> of(Entry entry, Names names) {
    List<Attribute> attributes = new ArrayList<>();
    attributes.add(
        new Attribute("objectClass", "top", "person", "organizationalPerson", "inetOrgPerson"));
    attributes.add(new Attribute("uid", entry.text("id")));
    attributes.add(new Attribute("cn", entry.shownName()));
    String family = entry.text("familyName");
    // The schema demands one.
    attributes.add(new Attribute("sn", family.isEmpty() ? entry.shownName() : family));
    add(attributes, "givenName", entry.text("givenName"));
    add(attributes, "o", names.organisation());
    add(attributes, "mail", entry.text("email"));
    Map<String, String> titles = new LinkedHashMap<>();
    for (Entry.Membership membership : entry.memberships()) {
      membership
          .titles()
          .forEach((language, title) -> titles.putIfAbsent(named("title", language), title));
    }
    for (String column : entry.columnsOf("title")) {
      titles.putIfAbsent(named("title", PersonCells.languageOf(column)), entry.text(column));
    }
    titles.forEach((name, title) -> add(attributes, name, title));
    texts(attributes, entry, "about", "description");
    texts(attributes, entry, "office", "roomNumber");
    all(attributes, "ou", entry.memberships().stream().map(Entry.Membership::department).toList());
    all(attributes, "businessCategory", entry.list("topics").stream().map(Cells::plain).toList());
    add(attributes, "preferredLanguage", String.join(", ", entry.list("languages")));
    List<String> links = new ArrayList<>();
    for (String link : entry.list("links")) {
      links.add(String.join(" ", Cells.parts(link)));
    }
    all(attributes, "labeledURI", links);
    for (String channel : entry.list("channels")) {
      List<String> parts = Cells.parts(channel);
      if (parts.size() == 2 && parts.get(0).equals("phone") && parts.get(1).startsWith("tel:")) {
        add(attributes, "telephoneNumber", parts.get(1).substring(4));
      }
    }
    return attributes;
  }

  private static void texts(
      List<Attribute> attributes, Entry entry, String base, String attribute) {
    for (String column : entry.columnsOf(base)) {
      add(attributes, named(attribute, PersonCells.languageOf(column)), entry.text(column));
    }
  }

  /** The language is an option of the attribute (RFC 3866). */
  private static String named(String attribute, Locale language) {
    return language.getLanguage().isEmpty()
        ? attribute
        : attribute + ";lang-" + language.getLanguage();
  }

  private static void texts(
      com.unboundid.ldap.sdk.Entry attributes, Entry entry, String name, String column) {
    for (Attribute attribute : attributes.getAttributesWithOptions(name, null)) {
      Locale language = Locale.ROOT;
      for (String option : attribute.getOptions()) {
        if (option.toLowerCase(Locale.ROOT).startsWith("lang-")) {
          language = Locale.forLanguageTag(option.substring(5));
        }
      }
      String text = attribute.getValue();
      int most = column.equals("about") ? Label.MAX_PROSE_LENGTH : Label.MAX_LENGTH;
      if (text != null && text.length() <= most) {
        entry.add(column, language, text);
      }
    }
  }

  private static void add(List<Attribute> attributes, String name, String value) {
    if (!value.isEmpty()) {
      attributes.add(new Attribute(name, value));
    }
  }

  private static void all(List<Attribute> attributes, String name, List<String> values) {
    if (!values.isEmpty()) {
      attributes.add(new Attribute(name, values));
    }
  }

  private static String first(com.unboundid.ldap.sdk.Entry attributes, String... names) {
    for (String name : names) {
      String value = attributes.getAttributeValue(name);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return "";
  }

  private static List<String> all(com.unboundid.ldap.sdk.Entry attributes, String name) {
    String[] values = attributes.getAttributeValues(name);
    return values == null ? List.of() : List.of(values);
  }
}
