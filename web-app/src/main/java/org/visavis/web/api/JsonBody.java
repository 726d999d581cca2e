package org.visavis.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.visavis.web.guard.Problem;
import org.visavis.web.guard.Problem.FieldProblem;

/**
 * The fields of a JSON document that came in, and all that is wrong with them. Read every field,
 * then call {@link #end}: it refuses the document when a field is missing, wrong or unknown. An
 * unknown field is refused because a misspelt one would change what happens without a word. Not
 * thread-safe.
 */
final class JsonBody {

  /** No document of the API is nearly as deep. */
  private static final int MAX_DEPTH = 16;

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());
  private static final JsonParserFactory PARSERS = Json.createParserFactory(Map.of());

  private final JsonObject json;
  private final String prefix;
  private final List<FieldProblem> errors;
  private final Set<String> asked = new HashSet<>();
  private final List<JsonBody> inner = new ArrayList<>();

  private JsonBody(JsonObject json, String prefix, List<FieldProblem> errors) {
    this.json = json;
    this.prefix = prefix;
    this.errors = errors;
  }

  /**
   * Reads a document.
   *
   * @throws ProblemException when it is no JSON object
   */
  static JsonBody read(InputStream body) {
    return new JsonBody(object(body), "", new ArrayList<>());
  }

  /**
   * Reads a document whose fields are for somebody else to look at.
   *
   * @throws ProblemException when it is no JSON object
   */
  static JsonObject object(InputStream body) {
    if (parse(body) instanceof JsonObject object) {
      return object;
    }
    throw unreadable("It is something else.");
  }

  private static JsonValue parse(InputStream body) {
    try {
      CharBuffer text =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body.readAllBytes()));
      requireOneShallowValue(text.toString());
      try (JsonReader reader = READERS.createReader(new StringReader(text.toString()))) {
        return reader.readValue();
      }
    } catch (CharacterCodingException e) {
      throw unreadable("It is not UTF-8.");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      // The parser has no common type for what it refuses: syntax, depth, numbers.
      throw unreadable("It ends too early, or something in it is in the wrong place.");
    }
  }

  /** The reader calls itself for each level, and passes over what follows the value. */
  private static void requireOneShallowValue(String text) {
    try (JsonParser parser = PARSERS.createParser(new StringReader(text))) {
      int depth = 0;
      while (parser.hasNext()) {
        switch (parser.next()) {
          case START_ARRAY, START_OBJECT -> depth++;
          case END_ARRAY, END_OBJECT -> depth--;
          default -> {}
        }
        if (depth > MAX_DEPTH) {
          throw new IllegalArgumentException("Deeper than " + MAX_DEPTH + " levels");
        }
      }
    }
  }

  private static ProblemException unreadable(String detail) {
    return new ProblemException(
        Problem.of(
            400,
            "unreadable-json",
            "The body is no JSON object",
            "Send an object such as {\"name\": \"value\"}. " + detail));
  }

  /** Answers a text; empty when the field is missing, null or wrong. */
  Optional<String> text(String name) {
    Optional<JsonValue> value = find(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    if (!(value.get() instanceof JsonString text)) {
      wrong(name, "is a text");
      return Optional.empty();
    }
    String words = text.getString();
    if (words.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(words)) {
      wrong(name, "holds a character that cannot be written");
      return Optional.empty();
    }
    return Optional.of(words);
  }

  /** Answers a text that must be there, even if it is empty. */
  Optional<String> requireText(String name) {
    require(name);
    return text(name);
  }

  /** Answers what the function makes of a text; what it throws tells what the text must be like. */
  <T> Optional<T> value(String name, Function<String, T> reading) {
    Optional<String> text = text(name);
    try {
      return text.map(reading);
    } catch (IllegalArgumentException | DateTimeException e) {
      wrong(name, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  /** Answers what the function makes of a text that must be there. */
  <T> Optional<T> requireValue(String name, Function<String, T> reading) {
    require(name);
    return value(name, reading);
  }

  /** Answers a whole number. */
  Optional<Integer> number(String name) {
    Optional<JsonValue> value = find(name);
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      if (value.get() instanceof JsonNumber number) {
        return Optional.of(number.intValueExact());
      }
    } catch (ArithmeticException e) {
      // Said below.
    }
    wrong(name, "is a whole number");
    return Optional.empty();
  }

  /** Answers a whole number that must be there. */
  Optional<Integer> requireNumber(String name) {
    require(name);
    return number(name);
  }

  /** Answers a truth value; false when it is missing. */
  boolean flag(String name) {
    Optional<JsonValue> value = find(name);
    if (value.isPresent()
        && !value.get().equals(JsonValue.TRUE)
        && !value.get().equals(JsonValue.FALSE)) {
      wrong(name, "is true or false");
    }
    return value.filter(JsonValue.TRUE::equals).isPresent();
  }

  /** Answers what the function makes of each text of a list; empty when it is missing. */
  <T> List<T> list(String name, Function<String, T> reading) {
    Optional<JsonValue> value = find(name);
    if (value.isEmpty()) {
      return List.of();
    }
    List<T> result = new ArrayList<>();
    if (!(value.get() instanceof JsonArray array)) {
      wrong(name, "is a list of texts");
      return result;
    }
    for (JsonValue entry : array) {
      try {
        if (entry instanceof JsonString text) {
          result.add(reading.apply(text.getString()));
        } else {
          wrong(name, "is a list of texts");
        }
      } catch (IllegalArgumentException e) {
        wrong(name, String.valueOf(e.getMessage()));
      }
    }
    return result;
  }

  /** Answers the whole numbers of a list; empty when it is missing. */
  List<Integer> numbers(String name) {
    Optional<JsonValue> value = find(name);
    List<Integer> result = new ArrayList<>();
    if (value.isEmpty()) {
      return result;
    }
    try {
      if (value.get() instanceof JsonArray array) {
        for (JsonValue entry : array) {
          result.add(((JsonNumber) entry).intValueExact());
        }
        return result;
      }
    } catch (ArithmeticException | ClassCastException e) {
      // Said below.
    }
    wrong(name, "is a list of whole numbers");
    return List.of();
  }

  /** Answers whether a field is there, if only as null. */
  boolean names(String name) {
    asked.add(name);
    return json.containsKey(name);
  }

  /** Answers the fields of an object that must be there; none when it is missing. */
  JsonBody requireObject(String name) {
    require(name);
    Optional<JsonValue> value = find(name);
    JsonObject object = JsonValue.EMPTY_JSON_OBJECT;
    if (value.isPresent()) {
      if (value.get() instanceof JsonObject found) {
        object = found;
      } else {
        wrong(name, "is an object");
      }
    }
    JsonBody body = new JsonBody(object, prefix + name + ".", errors);
    inner.add(body);
    return body;
  }

  /** Answers the fields of an object; empty when it is missing or wrong. */
  Optional<JsonBody> object(String name) {
    return find(name).isEmpty() ? Optional.empty() : Optional.of(requireObject(name));
  }

  /** Answers the objects of a list; none when it is missing. */
  List<JsonBody> objects(String name) {
    Optional<JsonValue> value = find(name);
    if (value.isEmpty()) {
      return List.of();
    }
    List<JsonBody> result = new ArrayList<>();
    if (!(value.get() instanceof JsonArray array)) {
      wrong(name, "is a list of objects");
      return result;
    }
    for (int i = 0; i < array.size(); i++) {
      if (array.get(i) instanceof JsonObject object) {
        JsonBody body = new JsonBody(object, prefix + name + "[" + i + "].", errors);
        inner.add(body);
        result.add(body);
      } else {
        wrong(name, "is a list of objects");
      }
    }
    return result;
  }

  /** Answers the names of the fields that are there. */
  Set<String> names() {
    return Set.copyOf(json.keySet());
  }

  /** Notes that a field is wrong. */
  void wrong(String name, String detail) {
    errors.add(new FieldProblem(prefix + name, detail));
  }

  /**
   * Refuses the document unless everything in it was asked for and right.
   *
   * @throws ProblemException with all that is wrong
   */
  void end() {
    noteUnknown();
    if (!errors.isEmpty()) {
      throw ProblemException.fields(errors.stream().distinct().toList());
    }
  }

  private void noteUnknown() {
    inner.forEach(JsonBody::noteUnknown);
    json.keySet().stream()
        .filter(name -> !asked.contains(name))
        .sorted()
        .limit(20)
        .map(name -> name.length() > 60 ? name.substring(0, 60) + "…" : name)
        .forEach(name -> wrong(name, "is not known here; there are " + String.join(", ", known())));
  }

  private List<String> known() {
    return asked.stream().sorted().toList();
  }

  private void require(String name) {
    if (find(name).isEmpty()) {
      wrong(name, "is needed");
    }
  }

  private Optional<JsonValue> find(String name) {
    asked.add(name);
    return Optional.ofNullable(json.get(name)).filter(value -> !value.equals(JsonValue.NULL));
  }
}
