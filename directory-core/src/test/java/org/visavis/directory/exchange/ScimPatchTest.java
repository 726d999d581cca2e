package org.visavis.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.directory.exchange.ScimException.Type;

class ScimPatchTest {

  private static final JsonObject IDA =
      ScimFilterTest.json(
          """
          {"id": "ida", "active": true, "name": {"givenName": "Ida", "familyName": "Weiss"},
           "emails": [{"type": "work", "value": "ida@example.org"}],
           "members": [{"value": "a"}, {"value": "b", "type": "User"}]}
          """);

  private static JsonObject patched(String... operations) {
    return ScimPatch.apply(IDA, patch(operations));
  }

  private static JsonObject patch(String... operations) {
    return ScimFilterTest.json(
        "{\"Operations\": [" + String.join(",", Arrays.asList(operations)) + "]}");
  }

  private static JsonObject member(String name, String json) {
    return ScimFilterTest.json("{\"" + name + "\":" + json + "}");
  }

  @Test
  void aValueIsReplaced() {
    assertThat(patched("{\"op\":\"replace\",\"path\":\"active\",\"value\":false}"))
        .containsEntry("active", JsonValue.FALSE);
    assertThat(
            patched("{\"op\":\"Replace\",\"path\":\"NAME.familyname\",\"value\":\"Neu\"}")
                .get("name"))
        .isEqualTo(member("name", "{\"givenName\":\"Ida\",\"familyName\":\"Neu\"}").get("name"));
  }

  @Test
  void withoutAPathTheNamesInTheValueAreThePaths() {
    JsonObject patched =
        patched(
            """
            {"op": "Add", "value": {"name.givenName": "Ina", "title": "Clerk",
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department": "Billing",
             "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"division": "West"},
             "emails[type eq \\"work\\"].value": "ina@example.org"}}
            """);

    assertThat(patched.getJsonObject("name").getString("givenName")).isEqualTo("Ina");
    assertThat(patched.getString("title")).isEqualTo("Clerk");
    assertThat(patched.get(ScimPath.ENTERPRISE))
        .isEqualTo(ScimFilterTest.json("{\"department\": \"Billing\", \"division\": \"West\"}"));
    assertThat(patched.get("emails"))
        .isEqualTo(member("e", "[{\"type\":\"work\",\"value\":\"ina@example.org\"}]").get("e"));
  }

  @Test
  void aValueThatMeetsAConditionIsChangedAndOneThatNothingMeetsIsBegun() {
    JsonObject patched =
        patched(
            "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"new\"}",
            "{\"op\":\"add\",\"path\":\"phoneNumbers[type eq \\\"mobile\\\"].value\",\"value\":\"1\"}",
            "{\"op\":\"remove\",\"path\":\"members[value eq \\\"a\\\"]\"}",
            "{\"op\":\"remove\",\"path\":\"members[value eq \\\"nobody\\\"]\"}");

    assertThat(patched.get("emails"))
        .isEqualTo(member("e", "[{\"type\":\"work\",\"value\":\"new\"}]").get("e"));
    assertThat(patched.get("phoneNumbers"))
        .isEqualTo(member("p", "[{\"type\":\"mobile\",\"value\":\"1\"}]").get("p"));
    assertThat(patched.get("members"))
        .isEqualTo(member("m", "[{\"value\":\"b\",\"type\":\"User\"}]").get("m"));
  }

  @Test
  void membersAreAddedOnceAndRemovedByName() {
    assertThat(
            patched(
                    """
                    {"op": "add", "path": "members", "value": [{"value": "b"}, {"value": "c"}]}
                    """)
                .getJsonArray("members"))
        .hasSize(3);
    assertThat(
            patched(
                    """
                    {"op": "Remove", "path": "members", "value": [{"value": "b"}, {"value": "x"}]}
                    """)
                .getJsonArray("members"))
        .hasSize(1);
    assertThat(patched("{\"op\":\"add\",\"path\":\"members\",\"value\":{\"value\":\"c\"}}"))
        .hasEntrySatisfying("members", m -> assertThat(m.asJsonArray()).hasSize(3));
    assertThat(patched("{\"op\":\"remove\",\"path\":\"members\"}")).doesNotContainKey("members");
    assertThat(patched("{\"op\":\"replace\",\"path\":\"members\",\"value\":[]}"))
        .doesNotContainKey("members");
  }

  @Test
  void whatIsRemovedIsNotThereAnyMore() {
    assertThat(
            patched(
                "{\"op\":\"remove\",\"path\":\"name.givenName\"}",
                "{\"op\":\"replace\",\"path\":\"name.familyName\",\"value\":null}",
                "{\"op\":\"remove\",\"path\":\"emails[type eq \\\"work\\\"].value\"}"))
        .doesNotContainKey("name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"op\":\"move\",\"path\":\"title\",\"value\":\"x\"}",
        "{\"op\":\"add\",\"path\":\"title\"}",
        "{\"op\":\"remove\"}",
        "{\"op\":\"replace\",\"value\":\"x\"}",
        "{\"op\":\"replace\",\"path\":7,\"value\":\"x\"}",
        "{\"op\":\"replace\",\"path\":\"emails[type eq\",\"value\":\"x\"}",
        "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"]\",\"value\":\"x\"}",
        "{\"op\":\"replace\",\"path\":\"a.b.c.d\",\"value\":\"x\"}",
        "7"
      })
  void whatIsNoOperationIsRefused(String operation) {
    assertThatThrownBy(() -> patched(operation)).isInstanceOf(ScimException.class);
  }

  @Test
  void aPatchHasOperations() {
    assertThatThrownBy(() -> ScimPatch.apply(IDA, ScimFilterTest.json("{}")))
        .isInstanceOf(ScimException.class)
        .extracting(e -> ((ScimException) e).type())
        .isEqualTo(Type.INVALID_SYNTAX);
  }

  @Property(tries = 200)
  void replacingTwiceIsReplacingOnce(
      @ForAll @AlphaChars @StringLength(min = 1, max = 8) String name,
      @ForAll @StringLength(max = 20) String value) {
    String json = Json.createValue(value).toString();
    List<String> paths = List.of(name, name + "s[type eq \\\"work\\\"].value", "name." + name);
    for (String path : paths) {
      JsonObject patch =
          patch("{\"op\":\"replace\",\"path\":\"" + path + "\",\"value\":" + json + "}");
      JsonObject once = ScimPatch.apply(IDA, patch);
      assertThat(ScimPatch.apply(once, patch)).isEqualTo(once);
    }
  }
}
