package org.visavis.directory.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.visavis.directory.Department;
import org.visavis.directory.Label;
import org.visavis.directory.Match.Field;
import org.visavis.directory.Profile;
import org.visavis.directory.Synonyms;
import org.visavis.directory.Topic;
import org.visavis.directory.spi.PeopleIndex.Entry;

/**
 * Something that a text can mean: a name, a topic, a department, a language or a title, which any
 * number of people share. Equal when the field and the subject are. Immutable.
 *
 * @param field which part of a person it is
 * @param subject what it is: a {@link Topic}, a {@link Department}, the tag of a language, a {@link
 *     Label}, or a part of a name
 */
record Concept(Field field, Object subject) {

  /**
   * One of the texts by which a concept is met.
   *
   * @param language the text's language; {@link Locale#ROOT} where it is not stated
   * @param synonym whether it is said instead of the name
   */
  record Wording(String text, Locale language, boolean synonym) {}

  /** Answers all that a text can mean with a person. */
  static Set<Concept> of(Entry entry) {
    Profile profile = entry.profile();
    Set<Concept> concepts = new LinkedHashSet<>();
    String shown = profile.displayName();
    for (String part : List.of(profile.givenName(), profile.familyName())) {
      if (!part.isEmpty()) {
        concepts.add(new Concept(Field.NAME, part));
        shown = shown.replace(part, " ");
      }
    }
    if (!shown.isBlank()) {
      concepts.add(new Concept(Field.NAME, profile.displayName()));
    }
    for (Topic topic : entry.topics()) {
      concepts.add(new Concept(Field.TOPIC, topic));
    }
    for (Department department : entry.departments()) {
      concepts.add(new Concept(Field.DEPARTMENT, department));
    }
    for (Locale language : profile.languages()) {
      concepts.add(new Concept(Field.LANGUAGE, language.getLanguage()));
    }
    if (!profile.title().isEmpty()) {
      concepts.add(new Concept(Field.TITLE, profile.title()));
    }
    return concepts;
  }

  /** Answers the texts by which it is met, its name first. */
  List<Wording> wordings(Languages languages) {
    if (subject instanceof Topic topic) {
      return wordings(topic.name(), topic.synonyms());
    }
    if (subject instanceof Department department) {
      return wordings(department.name(), department.synonyms());
    }
    if (subject instanceof Label label) {
      return wordings(label, Synonyms.none());
    }
    if (field == Field.LANGUAGE) {
      return languages.all((String) subject).stream()
          .map(name -> new Wording(name, Locale.ROOT, false))
          .toList();
    }
    return List.of(new Wording((String) subject, Locale.ROOT, false));
  }

  /** Answers what it is called on pages. */
  Label name(Languages languages) {
    if (subject instanceof Topic topic) {
      return topic.name();
    }
    if (subject instanceof Department department) {
      return department.name();
    }
    if (subject instanceof Label label) {
      return label;
    }
    return field == Field.LANGUAGE ? languages.label((String) subject) : Label.of((String) subject);
  }

  private static List<Wording> wordings(Label name, Synonyms synonyms) {
    List<Wording> wordings = new ArrayList<>();
    name.byLanguage().forEach((language, text) -> wordings.add(new Wording(text, language, false)));
    synonyms
        .byLanguage()
        .forEach(
            (language, texts) ->
                texts.forEach(text -> wordings.add(new Wording(text, language, true))));
    return wordings;
  }
}
