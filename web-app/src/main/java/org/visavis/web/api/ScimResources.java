package org.visavis.web.api;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.visavis.directory.exchange.ScimFilter;
import org.visavis.web.api.ProvisionedNames.Called;
import org.visavis.web.api.ProvisionedNames.Kind;

/**
 * The resources of one kind, as clients of SCIM see and change them. Works within the caller's
 * transaction; what it changes is to be read once that is committed.
 */
abstract class ScimResources {

  /** From so many on, it is quicker to ask for the names of all. */
  private static final int MANY = 10;

  private final Kind kind;

  ScimResources(Kind kind) {
    this.kind = kind;
  }

  abstract ProvisionedNames names();

  /** Answers the ids of all that a filter may mean, in order. */
  abstract List<String> candidates(Optional<ScimFilter> filter);

  /** Answers what writes resources by their ids; nothing for one that is not there. */
  abstract Function<String, Optional<JsonObject>> writing(Function<String, Optional<Called>> names);

  /** Creates a resource and answers its id. */
  abstract String create(JsonObject said);

  /** Makes a resource what is said of it. */
  abstract void replace(String id, JsonObject said);

  /** Changes a resource by a patch. */
  abstract void patch(String id, JsonObject patch);

  abstract void delete(String id);

  final Optional<JsonObject> find(String id) {
    return writing(some -> names().find(kind, some)).apply(id);
  }

  /** Answers those that a filter means, beginning after some, and how many there are in all. */
  final Found list(Optional<ScimFilter> filter, int skipped, int count) {
    List<String> ids = candidates(filter);
    int total = ids.size();
    if (filter.isEmpty()) {
      ids = part(ids, skipped, count);
    }
    Function<String, Optional<Called>> known =
        ids.size() > MANY ? in(names().all(kind)) : id -> names().find(kind, id);
    List<JsonObject> written =
        ids.stream()
            .map(writing(known))
            .flatMap(Optional::stream)
            .filter(resource -> filter.map(f -> f.matches(resource)).orElse(true))
            .toList();
    return filter.isEmpty()
        ? new Found(total, written)
        : new Found(written.size(), part(written, skipped, count));
  }

  private static Function<String, Optional<Called>> in(Map<String, Called> all) {
    return id -> Optional.ofNullable(all.get(id));
  }

  private static <T> List<T> part(List<T> all, int skipped, int count) {
    int from = Math.min(skipped, all.size());
    return new ArrayList<>(all.subList(from, Math.min(from + count, all.size())));
  }

  /** Answers a text of what was said; empty where it is missing. */
  static Optional<String> text(JsonObject said, String name, int most) {
    JsonValue value =
        said.keySet().stream()
            .filter(name::equalsIgnoreCase)
            .findFirst()
            .map(said::get)
            .orElse(JsonValue.NULL);
    if (value.equals(JsonValue.NULL)) {
      return Optional.empty();
    }
    if (!(value instanceof JsonString text)
        || text.getString().length() > most
        || text.getString().chars().anyMatch(Character::isISOControl)) {
      throw ScimRefusal.value(name + " is a text of up to " + most + " characters in one line");
    }
    return Optional.of(text.getString().strip()).filter(word -> !word.isEmpty());
  }

  /**
   * Some of the resources.
   *
   * @param total how many there are in all
   * @param resources those that were asked for
   */
  record Found(int total, List<JsonObject> resources) {}
}
