package org.visavis.directory.exchange;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which resources a client of SCIM wants (RFC 7644, section 3.4.2.2): all operators, {@code and},
 * {@code or}, {@code not}, brackets, and conditions on the values of an attribute. Immutable,
 * thread-safe.
 */
public final class ScimFilter {

  /** The longest filter that is read, in UTF-16 characters. */
  public static final int MAX_LENGTH = 4_000;

  private final Predicate<JsonObject> test;
  private final Map<String, String> equal;

  private ScimFilter(Predicate<JsonObject> test, Map<String, String> equal) {
    this.test = test;
    this.equal = equal;
  }

  /**
   * Reads a filter.
   *
   * @throws ScimException when it is not of its form
   */
  public static ScimFilter parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new ScimException(
          ScimException.Type.INVALID_FILTER, "A filter has at most " + MAX_LENGTH + " characters");
    }
    return new ScimFilterParser(text).whole();
  }

  /** Answers whether a resource, as it is written, is wanted. */
  public boolean matches(JsonObject resource) {
    return test.test(resource);
  }

  /**
   * Answers the text to which an attribute of every wanted resource is equal; empty where the
   * filter does not demand one.
   *
   * @param attribute its name, in any case, with a dot before a part of it
   */
  public Optional<String> demanded(String attribute) {
    return Optional.ofNullable(equal.get(attribute.toLowerCase(Locale.ROOT)));
  }

  /** What every wanted value is equal to, by the names of its parts in lower case. */
  Map<String, String> demanded() {
    return equal;
  }

  static ScimFilter present(ScimPath path) {
    return new ScimFilter(
        resource -> path.values(resource).stream().anyMatch(ScimFilter::isSomething), Map.of());
  }

  /**
   * @throws IllegalArgumentException when these two cannot be compared so
   */
  static ScimFilter comparing(ScimPath path, String operator, JsonValue value) {
    Predicate<JsonValue> comparison = comparison(operator, value, path.isExact());
    Predicate<JsonObject> any =
        resource -> path.values(resource).stream().map(ScimFilter::plain).anyMatch(comparison);
    return switch (operator) {
      case "ne" -> new ScimFilter(any.negate(), Map.of());
      case "eq" ->
          value.equals(JsonValue.NULL)
              ? present(path).negated()
              : new ScimFilter(any, equality(path, value));
      default -> new ScimFilter(any, Map.of());
    };
  }

  private static Map<String, String> equality(ScimPath path, JsonValue value) {
    return value instanceof JsonString text
        ? Map.of(String.join(".", path.segments()).toLowerCase(Locale.ROOT), text.getString())
        : Map.of();
  }

  static ScimFilter ofValues(ScimPath path, ScimFilter inner) {
    return new ScimFilter(
        resource ->
            path.values(resource).stream()
                .anyMatch(value -> value instanceof JsonObject object && inner.matches(object)),
        Map.of());
  }

  ScimFilter and(ScimFilter other) {
    Map<String, String> both = new LinkedHashMap<>(equal);
    both.putAll(other.equal);
    return new ScimFilter(test.and(other.test), Map.copyOf(both));
  }

  ScimFilter or(ScimFilter other) {
    return new ScimFilter(test.or(other.test), Map.of());
  }

  ScimFilter negated() {
    return new ScimFilter(test.negate(), Map.of());
  }

  private static boolean isSomething(JsonValue value) {
    return !(value instanceof JsonString text && text.getString().isEmpty());
  }

  private static JsonValue plain(JsonValue value) {
    return value instanceof JsonObject object
        ? ScimPath.find(object, "value").orElse(value)
        : value;
  }

  private static Predicate<JsonValue> comparison(String operator, JsonValue to, boolean exact) {
    return switch (operator) {
      case "eq", "ne" -> value -> isEqual(value, to, exact);
      case "co", "sw", "ew" -> {
        String wanted = text(to, exact);
        yield value ->
            value instanceof JsonString
                && switch (operator) {
                  case "co" -> text(value, exact).contains(wanted);
                  case "sw" -> text(value, exact).startsWith(wanted);
                  default -> text(value, exact).endsWith(wanted);
                };
      }
      case "gt", "ge", "lt", "le" -> {
        if (!(to instanceof JsonString) && !(to instanceof JsonNumber)) {
          throw new IllegalArgumentException("Only texts and numbers are in an order");
        }
        yield value -> order(value, to, exact).filter(o -> holds(operator, o)).isPresent();
      }
      default ->
          throw new IllegalArgumentException(
              "An operator is one of " + String.join(", ", OPERATORS) + ", pr");
    };
  }

  private static final List<String> OPERATORS =
      List.of("eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le");

  private static boolean isEqual(JsonValue value, JsonValue to, boolean exact) {
    if (value instanceof JsonString && to instanceof JsonString) {
      return text(value, exact).equals(text(to, exact));
    }
    return (value instanceof JsonNumber && to instanceof JsonNumber)
        ? number(value).compareTo(number(to)) == 0
        : value.equals(to);
  }

  private static Optional<Integer> order(JsonValue value, JsonValue to, boolean exact) {
    if (value instanceof JsonString && to instanceof JsonString) {
      return Optional.of(text(value, exact).compareTo(text(to, exact)));
    }
    return (value instanceof JsonNumber && to instanceof JsonNumber)
        ? Optional.of(number(value).compareTo(number(to)))
        : Optional.empty();
  }

  private static boolean holds(String operator, int order) {
    return switch (operator) {
      case "gt" -> order > 0;
      case "ge" -> order >= 0;
      case "lt" -> order < 0;
      default -> order <= 0;
    };
  }

  private static String text(JsonValue value, boolean exact) {
    if (!(value instanceof JsonString text)) {
      throw new IllegalArgumentException("Only a text holds another one");
    }
    return exact ? text.getString() : text.getString().toLowerCase(Locale.ROOT);
  }

  private static BigDecimal number(JsonValue value) {
    return ((JsonNumber) value).bigDecimalValue();
  }
}
