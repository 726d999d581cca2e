package org.visavis.web.workspace;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.TopicId;
import org.visavis.web.pages.Cards;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Phrase;

/**
 * What somebody says about himself or herself, as it was typed. Immutable.
 *
 * @param about a few sentences, by the tag of a page's language
 * @param pronouns such as {@code she/her}
 * @param languages names or tags of languages, between commas
 * @param links a line each: the address, and after a space what it is
 * @param topics the ids of those that were chosen
 */
public record ProfileForm(
    Map<String, String> about,
    String pronouns,
    String languages,
    String links,
    List<String> topics) {

  static final int MOST_LANGUAGES = 20;
  static final int MOST_LINKS = 20;
  static final int MOST_TOPICS = 50;
  private static final int MAX_LINK_LENGTH = 500;

  /** Copies what comes in. */
  public ProfileForm {
    about = Map.copyOf(about);
    topics = List.copyOf(topics);
  }

  /** Answers the form as it begins. */
  static ProfileForm of(OwnProfile.Words words, Language language) {
    Map<String, String> about = new LinkedHashMap<>();
    for (Language each : Language.values()) {
      about.put(each.tag(), typed(words.about(), each));
    }
    return new ProfileForm(
        about,
        words.pronouns().text(language.locale()),
        words.languages().stream()
            .map(spoken -> Cards.language(spoken, language))
            .collect(Collectors.joining(", ")),
        words.links().stream()
            .map(link -> (link.uri() + " " + link.label()).strip())
            .collect(Collectors.joining("\n")),
        words.topics().stream().map(TopicId::value).toList());
  }

  /** Answers what is wrong. */
  List<FieldError> errors() {
    List<FieldError> errors = new ArrayList<>();
    about.forEach(
        (tag, text) -> {
          if (text.length() > Label.MAX_PROSE_LENGTH) {
            errors.add(tooLong("about-" + tag, Label.MAX_PROSE_LENGTH));
          }
        });
    if (pronouns.length() > Label.MAX_LENGTH) {
      errors.add(tooLong("pronouns", Label.MAX_LENGTH));
    }
    List<String> named = named();
    named.stream()
        .filter(name -> find(name).isEmpty())
        .findFirst()
        .ifPresent(
            name -> errors.add(new FieldError("languages", Phrase.of("error.language", name))));
    if (named.size() > MOST_LANGUAGES) {
      errors.add(new FieldError("languages", Phrase.of("error.too-many", MOST_LANGUAGES)));
    }
    List<String> lines = lines();
    lines.stream()
        .filter(line -> link(line).isEmpty())
        .findFirst()
        .ifPresent(line -> errors.add(new FieldError("links", Phrase.of("error.link", line))));
    if (lines.size() > MOST_LINKS) {
      errors.add(new FieldError("links", Phrase.of("error.too-many", MOST_LINKS)));
    }
    if (topics.size() > MOST_TOPICS) {
      errors.add(new FieldError("topics", Phrase.of("error.too-many", MOST_TOPICS)));
    }
    return errors;
  }

  private static FieldError tooLong(String field, int most) {
    return new FieldError(field, Phrase.of("error.too-long", most));
  }

  /**
   * Answers what is said; to be asked only where nothing is wrong.
   *
   * @param before what was said before: texts in other languages and the order of topics stay
   * @param language the one of the page, in which pronouns were read and written
   * @param exists whether there is such a topic
   */
  OwnProfile.Words toWords(OwnProfile.Words before, Language language, Predicate<TopicId> exists) {
    return new OwnProfile.Words(
        about(before.about()),
        pronouns.equals(before.pronouns().text(language.locale()))
            ? before.pronouns()
            : Label.of(pronouns),
        named().stream().map(name -> find(name).orElseThrow()).distinct().toList(),
        topics(before.topics(), exists),
        lines().stream().map(line -> link(line).orElseThrow()).toList());
  }

  private Label about(Label before) {
    if (Arrays.stream(Language.values())
        .allMatch(each -> about.getOrDefault(each.tag(), "").equals(typed(before, each)))) {
      return before;
    }
    Map<Locale, String> texts = new LinkedHashMap<>(before.byLanguage());
    // It stood in the fields of all languages, and stays there where nobody has changed it.
    texts.remove(Locale.ROOT);
    for (Language each : Language.values()) {
      texts.put(each.locale(), about.getOrDefault(each.tag(), ""));
    }
    return Label.prose(texts);
  }

  /** No text of another language stands for one, but one of no stated language does. */
  private static String typed(Label label, Language language) {
    Map<Locale, String> texts = label.byLanguage();
    return texts.getOrDefault(language.locale(), texts.getOrDefault(Locale.ROOT, ""));
  }

  private List<TopicId> topics(List<TopicId> before, Predicate<TopicId> exists) {
    Set<String> chosen = new LinkedHashSet<>(topics);
    Set<TopicId> kept = new LinkedHashSet<>(before);
    kept.removeIf(topic -> !chosen.contains(topic.value()));
    chosen.forEach(
        id -> {
          try {
            kept.add(TopicId.of(id));
          } catch (IllegalArgumentException e) {
            // No topic: nobody was offered it.
          }
        });
    kept.removeIf(exists.negate());
    return List.copyOf(kept);
  }

  private List<String> named() {
    return Arrays.stream(languages.split("[,;\n]"))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Knows tags, and the names of languages in the languages of the pages and in their own. */
  private static Optional<Locale> find(String name) {
    String wanted = name.toLowerCase(Locale.ROOT);
    for (String code : Locale.getISOLanguages()) {
      Locale locale = Locale.forLanguageTag(code);
      if (code.equals(wanted)
          || locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT).equals(wanted)
          || Arrays.stream(Language.values())
              .map(each -> Cards.language(locale, each).toLowerCase(Locale.ROOT))
              .anyMatch(wanted::equals)) {
        return Optional.of(locale);
      }
    }
    Locale locale = Locale.forLanguageTag(name);
    boolean known = Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage());
    return Optional.of(locale).filter(tag -> known);
  }

  private List<String> lines() {
    return links.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static Optional<Link> link(String line) {
    String[] parts = line.split("\\s+", 2);
    if (line.length() > MAX_LINK_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Link(URI.create(parts[0]), parts.length > 1 ? parts[1] : ""));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
