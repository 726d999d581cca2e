package org.visavis.directory.exchange;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The name of an attribute of SCIM (RFC 7644, section 3.10): up to a schema, an attribute and a
 * part of it. Names are equal in any case. Immutable.
 *
 * @param segments the names, 1 to 3
 */
record ScimPath(List<String> segments) {

  static final String USER = "urn:ietf:params:scim:schemas:core:2.0:User";
  static final String GROUP = "urn:ietf:params:scim:schemas:core:2.0:Group";
  static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

  private static final int MOST_SEGMENTS = 3;

  /** Attributes in which case counts (RFC 7643, sections 3.1 and 4). */
  private static final Set<String> EXACT = Set.of("id", "externalid", "$ref", "version");

  private static final Set<String> MULTI_VALUED =
      Set.of("emails", "phonenumbers", "addresses", "members", "groups", "roles", "photos", "ims");

  ScimPath {
    segments = List.copyOf(segments);
  }

  /**
   * Reads a name.
   *
   * @throws IllegalArgumentException when it is none
   */
  static ScimPath of(String text) {
    List<String> segments = new ArrayList<>();
    String rest = text;
    for (String schema : List.of(USER, GROUP, ENTERPRISE)) {
      boolean begins = text.regionMatches(true, 0, schema, 0, schema.length());
      if (begins && text.length() == schema.length()) {
        return new ScimPath(List.of(schema));
      }
      if (begins && text.charAt(schema.length()) == ':') {
        rest = text.substring(schema.length() + 1);
        if (schema.equals(ENTERPRISE)) {
          segments.add(schema);
        }
      }
    }
    boolean foreign = rest.regionMatches(true, 0, "urn:", 0, 4);
    segments.addAll(foreign ? List.of(rest) : List.of(rest.split("\\.", -1)));
    if (segments.size() > MOST_SEGMENTS || segments.contains("")) {
      throw new IllegalArgumentException("This is no attribute: " + ScimException.quoted(text));
    }
    return new ScimPath(segments);
  }

  /** Whether there may be several values under a name. */
  static boolean isMultiValued(String name) {
    return MULTI_VALUED.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Whether case counts in the values. */
  boolean isExact() {
    String last = last().toLowerCase(Locale.ROOT);
    boolean member =
        segments.get(0).equalsIgnoreCase("members") || segments.get(0).equalsIgnoreCase("groups");
    return EXACT.contains(last) || member;
  }

  String last() {
    return segments.get(segments.size() - 1);
  }

  /** The values under this name; of those that have parts the one called value. */
  List<JsonValue> values(JsonObject object) {
    List<JsonValue> at = List.of(object);
    for (String segment : segments) {
      List<JsonValue> next = new ArrayList<>();
      for (JsonValue value : at) {
        if (value instanceof JsonObject of) {
          find(of, segment).ifPresent(found -> add(next, found));
        }
      }
      at = next;
    }
    return at;
  }

  private static void add(List<JsonValue> values, JsonValue found) {
    if (found instanceof JsonArray array) {
      values.addAll(array);
    } else if (!found.equals(JsonValue.NULL)) {
      values.add(found);
    }
  }

  /** What an object has under a name, in any case. */
  static Optional<JsonValue> find(JsonObject object, String name) {
    return key(object, name).map(object::get);
  }

  /** How an object writes a name. */
  static Optional<String> key(Map<String, ?> object, String name) {
    return object.containsKey(name)
        ? Optional.of(name)
        : object.keySet().stream().filter(name::equalsIgnoreCase).findFirst();
  }
}
