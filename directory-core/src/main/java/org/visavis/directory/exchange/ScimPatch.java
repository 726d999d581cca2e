package org.visavis.directory.exchange;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Changes a resource of SCIM by the operations of a patch (RFC 7644, section 3.5.2), and
 * understands the forms of it that identity providers send: operations in any case ({@code Add}),
 * names with dots instead of a path, single values for attributes that may have several, {@code
 * remove} with the values to be removed, and a condition that nothing meets yet. Thread-safe.
 */
public final class ScimPatch {

  /** The most operations of one patch. */
  public static final int MOST_OPERATIONS = 1_000;

  private static final Set<String> OPERATIONS = Set.of("add", "replace", "remove");

  private ScimPatch() {}

  /**
   * Answers the resource as the patch makes it. It is for the caller to pass over what may not be
   * changed.
   *
   * @throws ScimException when the patch is not of its form
   */
  public static JsonObject apply(JsonObject resource, JsonObject patch) {
    if (!(ScimPath.find(patch, "Operations").orElse(null) instanceof JsonArray operations)
        || operations.size() > MOST_OPERATIONS) {
      throw syntax("A patch has up to " + MOST_OPERATIONS + " Operations");
    }
    JsonObject patched = resource;
    for (JsonValue operation : operations) {
      if (!(operation instanceof JsonObject object)) {
        throw syntax("An operation is an object");
      }
      patched = apply(patched, object, Operation.of(object));
    }
    return patched;
  }

  private static JsonObject apply(JsonObject resource, JsonObject said, Operation operation) {
    Optional<JsonValue> path = ScimPath.find(said, "path").filter(p -> !p.equals(JsonValue.NULL));
    if (path.isPresent()) {
      if (!(path.get() instanceof JsonString text)
          || text.getString().length() > ScimFilter.MAX_LENGTH) {
        throw new ScimException(ScimException.Type.INVALID_PATH, "A path is a short text");
      }
      return at(resource, new ScimFilterParser(text.getString()).target(), operation);
    }
    if (operation.removes() || !(operation.value() instanceof JsonObject values)) {
      throw new ScimException(
          ScimException.Type.NO_TARGET, "An operation without a path has an object as its value");
    }
    JsonObject patched = resource;
    for (Map.Entry<String, JsonValue> value : values.entrySet()) {
      ScimFilterParser.Target target = new ScimFilterParser(value.getKey()).target();
      patched = at(patched, target, new Operation(operation.name(), value.getValue()));
    }
    return patched;
  }

  private static JsonObject at(
      JsonObject resource, ScimFilterParser.Target target, Operation operation) {
    return at(resource, target.path().segments(), target, operation);
  }

  private static JsonObject at(
      JsonObject object, List<String> names, ScimFilterParser.Target target, Operation operation) {
    String name = names.get(0);
    Optional<JsonValue> before = ScimPath.find(object, name);
    if (names.size() > 1) {
      List<String> inner = names.subList(1, names.size());
      if (before.isPresent() && before.get() instanceof JsonArray array) {
        JsonArrayBuilder changed = Json.createArrayBuilder();
        for (JsonValue value : array) {
          changed.add(value instanceof JsonObject of ? at(of, inner, target, operation) : value);
        }
        return with(object, name, changed.build());
      }
      JsonObject of =
          before.isPresent() && before.get() instanceof JsonObject found
              ? found
              : JsonValue.EMPTY_JSON_OBJECT;
      return with(object, name, at(of, inner, target, operation));
    }
    return with(
        object,
        name,
        target.filter().isPresent()
            ? chosen(array(before), target.filter().get(), target.part(), operation)
            : all(name, before.orElse(JsonValue.NULL), operation));
  }

  /** Changes an attribute as a whole. */
  private static JsonValue all(String name, JsonValue before, Operation operation) {
    JsonValue value = operation.value();
    if (before instanceof JsonArray || ScimPath.isMultiValued(name)) {
      JsonArray said = array(Optional.of(value));
      JsonArray known = array(Optional.of(before));
      return switch (operation.name()) {
        case "add" -> without(known, said, said);
        case "replace" -> said;
        default ->
            said.isEmpty()
                ? JsonValue.EMPTY_JSON_ARRAY
                : without(known, said, JsonValue.EMPTY_JSON_ARRAY);
      };
    }
    if (operation.removes()) {
      return JsonValue.NULL;
    }
    return before instanceof JsonObject object && value instanceof JsonObject said
        ? merged(object, said)
        : value;
  }

  /** Changes those values that meet a condition. */
  private static JsonValue chosen(
      JsonArray values, ScimFilter filter, Optional<String> part, Operation operation) {
    JsonArrayBuilder changed = Json.createArrayBuilder();
    boolean met = false;
    for (JsonValue value : values) {
      if (value instanceof JsonObject object && filter.matches(object)) {
        met = true;
        changed(object, part, operation).ifPresent(changed::add);
      } else {
        changed.add(value);
      }
    }
    if (!met && !operation.removes()) {
      JsonObject begun = JsonValue.EMPTY_JSON_OBJECT;
      for (Map.Entry<String, String> demanded : filter.demanded().entrySet()) {
        begun = with(begun, demanded.getKey(), Json.createValue(demanded.getValue()));
      }
      changed(begun, part, operation).ifPresent(changed::add);
    }
    return changed.build();
  }

  private static Optional<JsonObject> changed(
      JsonObject object, Optional<String> part, Operation operation) {
    if (part.isPresent()) {
      JsonValue value = operation.removes() ? JsonValue.NULL : operation.value();
      return Optional.of(with(object, part.get(), value));
    }
    if (operation.removes()) {
      return Optional.empty();
    }
    if (!(operation.value() instanceof JsonObject said)) {
      throw new ScimException(
          ScimException.Type.INVALID_VALUE, "What replaces a value with parts is an object");
    }
    return Optional.of(merged(object, said));
  }

  private static JsonObject merged(JsonObject object, JsonObject said) {
    JsonObject merged = object;
    for (Map.Entry<String, JsonValue> entry : said.entrySet()) {
      merged = with(merged, entry.getKey(), entry.getValue());
    }
    return merged;
  }

  /** Null, and what has nothing in it, is as if it were not there. */
  private static JsonObject with(JsonObject object, String name, JsonValue value) {
    Map<String, JsonValue> copy = new LinkedHashMap<>(object);
    String key = ScimPath.key(copy, name).orElse(name);
    boolean nothing =
        value.equals(JsonValue.NULL)
            || value.equals(JsonValue.EMPTY_JSON_OBJECT)
            || value.equals(JsonValue.EMPTY_JSON_ARRAY);
    if (nothing) {
      copy.remove(key);
    } else {
      copy.put(key, value);
    }
    return Json.createObjectBuilder(new LinkedHashMap<String, Object>(copy)).build();
  }

  private static JsonArray array(Optional<JsonValue> value) {
    if (value.isEmpty() || value.get().equals(JsonValue.NULL)) {
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    return value.get() instanceof JsonArray array
        ? array
        : Json.createArrayBuilder().add(value.get()).build();
  }

  /** The values but for those that are said as well, and more behind them. */
  private static JsonArray without(JsonArray values, JsonArray said, JsonArray more) {
    Set<Object> names = new HashSet<>();
    said.forEach(value -> names.add(named(value)));
    List<JsonValue> left = new ArrayList<>();
    values.stream().filter(value -> !names.contains(named(value))).forEach(left::add);
    left.addAll(more);
    return Json.createArrayBuilder(left).build();
  }

  /** Values with parts are the same when their {@code value} and {@code type} are. */
  private static Object named(JsonValue value) {
    return value instanceof JsonObject object
        ? List.of(
            ScimPath.find(object, "value").orElse(object),
            ScimPath.find(object, "type")
                .filter(type -> !type.toString().equalsIgnoreCase("\"user\""))
                .map(Object::toString)
                .orElse(""))
        : value;
  }

  private static ScimException syntax(String message) {
    return new ScimException(ScimException.Type.INVALID_SYNTAX, message);
  }

  /**
   * What is to be done.
   *
   * @param name {@code add}, {@code replace} or {@code remove}
   * @param value with what; null where nothing is said
   */
  private record Operation(String name, JsonValue value) {

    static Operation of(JsonObject said) {
      String name =
          ScimPath.find(said, "op").orElse(JsonValue.NULL) instanceof JsonString op
              ? op.getString().toLowerCase(Locale.ROOT)
              : "";
      if (!OPERATIONS.contains(name)) {
        throw syntax("op is one of add, replace, remove");
      }
      JsonValue value = ScimPath.find(said, "value").orElse(JsonValue.NULL);
      if (name.equals("add") && value.equals(JsonValue.NULL)) {
        throw new ScimException(ScimException.Type.INVALID_VALUE, "add has a value");
      }
      return new Operation(name, value);
    }

    boolean removes() {
      return name.equals("remove");
    }
  }
}
