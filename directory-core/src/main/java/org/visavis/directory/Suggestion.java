package org.visavis.directory;

import java.util.Objects;
import org.visavis.directory.Match.Field;

/**
 * Something that a text which is still being typed may mean. Immutable.
 *
 * @param field what it is: {@link Field#NAME} for a person, else a topic, department or language
 * @param id the id of the person, topic or department, or the tag of the language
 * @param name what it is called
 * @param text the words that were met, as they stand there: of the name, or of a synonym
 * @param people how many people it leads to, of those whom the one who asks may see; at least 1
 */
public record Suggestion(Field field, String id, Label name, String text, int people) {

  /** Takes the parts as they are. */
  public Suggestion {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(text, "text");
  }
}
