package org.visavis.web.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The words that {@code live.js} needs, so that an open page keeps speaking its language. */
final class LiveWords {

  private static final List<String> KEYS =
      List.of(
          "until",
          "until.end-of-today",
          "day.today",
          "day.tomorrow",
          "format.day-and-time",
          "quoted",
          "people.found.one",
          "people.found.other",
          "people.offer.one",
          "people.offer.other",
          "person.gone");

  private LiveWords() {}

  static String of(Texts texts) {
    Map<String, String> words = new LinkedHashMap<>();
    for (StatusKind kind : StatusKind.values()) {
      String key = "status." + kind.code();
      words.put(key, texts.of(key));
    }
    for (LoadWord load : LoadWord.values()) {
      String key = "load." + load.code();
      words.put(key, texts.of(key));
    }
    KEYS.forEach(key -> words.put(key, texts.of(key)));
    words.put("locale", texts.language().locale().toLanguageTag().toLowerCase(Locale.ROOT));
    return Json.of(words);
  }
}
