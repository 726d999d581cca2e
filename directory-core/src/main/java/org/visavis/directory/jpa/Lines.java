package org.visavis.directory.jpa;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.visavis.directory.Channel;
import org.visavis.directory.Label;
import org.visavis.directory.Link;

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
    return Label.of(texts);
  }

  static String ofChannels(Map<Channel, Optional<URI>> channels) {
    List<String> lines = new ArrayList<>();
    channels.forEach(
        (channel, address) -> lines.add(channel.code() + address.map(uri -> "=" + uri).orElse("")));
    return String.join("\n", lines);
  }

  static Map<Channel, Optional<URI>> parseChannels(String column) {
    Map<Channel, Optional<URI>> channels = new EnumMap<>(Channel.class);
    for (String line : parse(column)) {
      int equals = line.indexOf('=');
      if (equals < 0) {
        channels.put(Channel.from(line), Optional.empty());
      } else {
        channels.put(
            Channel.from(line.substring(0, equals)),
            Optional.of(URI.create(line.substring(equals + 1))));
      }
    }
    return channels;
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
