package org.visavis.directory.jpa;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.visavis.directory.Address;
import org.visavis.directory.Attribute;
import org.visavis.directory.Basis;
import org.visavis.directory.Channel;
import org.visavis.directory.Consent;
import org.visavis.directory.Consents;
import org.visavis.directory.Disclosure;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.Role;
import org.visavis.directory.Synonyms;

/**
 * Writes values of many parts into one text column, one line for each, so that a person is one row:
 * ten thousand of them load with one query and no joins. A line is {@code text} or {@code
 * key=text}; in texts, a backslash stands before a backslash and before the n of a line break.
 */
final class Lines {

  private Lines() {}

  static String of(Collection<?> values) {
    List<String> lines = new ArrayList<>(values.size());
    values.forEach(value -> lines.add(value.toString()));
    return String.join("\n", lines);
  }

  static List<String> parse(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split("\n", -1));
  }

  static String ofLabel(Label label) {
    List<String> lines = new ArrayList<>();
    label
        .byLanguage()
        .forEach((language, text) -> lines.add(language.getLanguage() + "=" + escape(text)));
    return String.join("\n", lines);
  }

  static Label parseLabel(String column) {
    Map<Locale, String> texts = new LinkedHashMap<>();
    for (String line : parse(column)) {
      int equals = line.indexOf('=');
      texts.put(
          Locale.forLanguageTag(line.substring(0, equals)), unescape(line.substring(equals + 1)));
    }
    return Label.prose(texts);
  }

  /** Writes lines such as {@code de=Rechnung zu hoch}, one for each phrase. */
  static String ofSynonyms(Synonyms synonyms) {
    List<String> lines = new ArrayList<>();
    synonyms
        .byLanguage()
        .forEach(
            (language, phrases) ->
                phrases.forEach(
                    phrase -> lines.add(language.getLanguage() + "=" + escape(phrase))));
    return String.join("\n", lines);
  }

  static Synonyms parseSynonyms(String column) {
    Map<Locale, List<String>> phrases = new LinkedHashMap<>();
    for (String line : parse(column)) {
      int equals = line.indexOf('=');
      phrases
          .computeIfAbsent(
              Locale.forLanguageTag(line.substring(0, equals)), language -> new ArrayList<>())
          .add(unescape(line.substring(equals + 1)));
    }
    return Synonyms.of(phrases);
  }

  /**
   * Writes lines such as {@code billing de=Leiterin}. The title of the first role has a column of
   * its own.
   */
  static String ofRoleTitles(List<Role> roles) {
    List<String> lines = new ArrayList<>();
    for (Role role : roles.subList(Math.min(1, roles.size()), roles.size())) {
      role.title()
          .byLanguage()
          .forEach(
              (language, text) ->
                  lines.add(role.department() + " " + language.getLanguage() + "=" + escape(text)));
    }
    return String.join("\n", lines);
  }

  static Map<String, Label> parseRoleTitles(String column) {
    Map<String, Label> titles = new HashMap<>();
    for (String line : parse(column)) {
      int space = line.indexOf(' ');
      int equals = line.indexOf('=', space);
      Locale language = Locale.forLanguageTag(line.substring(space + 1, equals));
      titles.merge(
          line.substring(0, space),
          Label.of(Map.of(language, unescape(line.substring(equals + 1)))),
          (before, one) -> before.with(language, one.text(language)));
    }
    return titles;
  }

  /** Writes lines such as {@code phone=tel:+4989…}, with a tilde for an address kept back. */
  static String ofChannels(Map<Channel, Optional<Address>> channels) {
    List<String> lines = new ArrayList<>();
    channels.forEach(
        (channel, address) ->
            lines.add(
                channel.code()
                    + address.map(one -> (one.published() ? "=" : "~") + one.uri()).orElse("")));
    return String.join("\n", lines);
  }

  static Map<Channel, Optional<Address>> parseChannels(String column) {
    Map<Channel, Optional<Address>> channels = new EnumMap<>(Channel.class);
    for (String line : parse(column)) {
      int end = 0;
      while (end < line.length() && Character.isLetter(line.charAt(end))) {
        end++;
      }
      Optional<Address> address =
          end == line.length()
              ? Optional.empty()
              : Optional.of(
                  new Address(URI.create(line.substring(end + 1)), line.charAt(end) == '='));
      channels.put(Channel.from(line.substring(0, end)), address);
    }
    return channels;
  }

  /**
   * Writes lines such as {@code public 2026-01-31T08:00:00Z stated photo,surname Works agreement
   * 7}: most people have said the same of everything.
   */
  static String ofConsents(Consents consents) {
    Map<Consent, List<String>> attributes = new LinkedHashMap<>();
    consents
        .byAttribute()
        .forEach(
            (attribute, consent) ->
                attributes
                    .computeIfAbsent(consent, same -> new ArrayList<>())
                    .add(attribute.code()));
    List<String> lines = new ArrayList<>();
    attributes.forEach(
        (consent, codes) ->
            lines.add(
                String.join(
                    " ",
                    consent.disclosure().code(),
                    consent.given().toString(),
                    consent.basis().kind().code(),
                    String.join(",", codes),
                    escape(consent.basis().text()))));
    return String.join("\n", lines);
  }

  static Consents parseConsents(String column) {
    Map<Attribute, Consent> consents = new EnumMap<>(Attribute.class);
    for (String line : parse(column)) {
      String[] words = line.split(" ", 5);
      Consent consent =
          new Consent(
              Disclosure.from(words[0]),
              Instant.parse(words[1]),
              new Basis(Basis.Kind.from(words[2]), unescape(words[4])));
      for (String code : words[3].split(",", -1)) {
        consents.put(Attribute.from(code), consent);
      }
    }
    return Consents.of(consents);
  }

  static String ofLinks(List<Link> links) {
    List<String> lines = new ArrayList<>();
    links.forEach(link -> lines.add(link.uri() + " " + escape(link.label())));
    return String.join("\n", lines);
  }

  static List<Link> parseLinks(String column) {
    List<Link> links = new ArrayList<>();
    for (String line : parse(column)) {
      int space = line.indexOf(' ');
      links.add(
          new Link(URI.create(line.substring(0, space)), unescape(line.substring(space + 1))));
    }
    return links;
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static String unescape(String text) {
    if (text.indexOf('\\') < 0) {
      return text;
    }
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        c = text.charAt(i) == 'n' ? '\n' : text.charAt(i);
      }
      plain.append(c);
    }
    return plain.toString();
  }
}
