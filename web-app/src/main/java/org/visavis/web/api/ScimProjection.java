package org.visavis.web.api;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which attributes a client of SCIM wants to see (RFC 7644, section 3.9). Whoever asks for a part
 * of an attribute gets the whole attribute. Immutable.
 *
 * @param wanted the attributes in lower case; all where it is empty
 * @param unwanted the attributes to be left out, in lower case
 */
record ScimProjection(Set<String> wanted, Set<String> unwanted) {

  private static final Set<String> ALWAYS = Set.of("id", "schemas");

  static ScimProjection of(@Nullable String attributes, @Nullable String excluded) {
    return new ScimProjection(
        names(attributes).stream().map(ScimProjection::whole).collect(Collectors.toSet()),
        names(excluded));
  }

  private static Set<String> names(@Nullable String list) {
    return Arrays.stream((list == null ? "" : list).split(",", -1))
        .map(name -> name.strip().toLowerCase(Locale.ROOT))
        .map(
            name -> name.replaceFirst("^urn:ietf:params:scim:schemas:core:2\\.0:(user|group):", ""))
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String whole(String name) {
    return name.startsWith("urn:")
        ? name.replaceFirst(":user:.*", ":user")
        : name.replaceFirst("\\..*", "");
  }

  JsonObject of(JsonObject resource) {
    if (wanted.isEmpty() && unwanted.isEmpty()) {
      return resource;
    }
    JsonObjectBuilder shown = Json.createObjectBuilder();
    resource.forEach(
        (name, value) -> {
          String key = name.toLowerCase(Locale.ROOT);
          boolean asked = wanted.isEmpty() || wanted.contains(key);
          if (ALWAYS.contains(key) || (asked && !unwanted.contains(key))) {
            shown.add(name, value);
          }
        });
    return shown.build();
  }
}
