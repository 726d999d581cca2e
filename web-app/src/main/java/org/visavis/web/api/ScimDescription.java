package org.visavis.web.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;

/** What SCIM says of itself (RFC 7643, sections 5 to 7): see {@code scim.json}. Thread-safe. */
final class ScimDescription {

  /** The most resources of one answer, as the description says it. */
  static final int MOST_RESULTS = 200;

  private static final String DOCUMENTS = read();

  private ScimDescription() {}

  /**
   * Answers a document.
   *
   * @param name such as {@code Schemas}
   * @param id which one of them; all where it is empty
   * @param base where SCIM lies, without a slash at its end
   */
  static Optional<JsonObject> of(String name, String id, String base) {
    try (JsonReader reader =
        Json.createReader(new StringReader(DOCUMENTS.replace("${base}", base)))) {
      JsonValue document = reader.readObject().getOrDefault(name, JsonValue.NULL);
      if (document instanceof JsonArray all) {
        return id.isEmpty() ? Optional.of(list(all)) : find(all, id);
      }
      return document instanceof JsonObject one && id.isEmpty()
          ? Optional.of(one)
          : Optional.empty();
    }
  }

  private static Optional<JsonObject> find(JsonArray all, String id) {
    return all.getValuesAs(JsonObject.class).stream()
        .filter(one -> one.getString("id").equals(id))
        .findFirst();
  }

  private static JsonObject list(JsonArray all) {
    return Json.createObjectBuilder()
        .add(
            "schemas",
            Json.createArrayBuilder().add("urn:ietf:params:scim:api:messages:2.0:ListResponse"))
        .add("totalResults", all.size())
        .add("startIndex", 1)
        .add("itemsPerPage", all.size())
        .add("Resources", all)
        .build();
  }

  private static String read() {
    try (InputStream file =
        Objects.requireNonNull(ScimDescription.class.getResourceAsStream("scim.json"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
