package org.visavis.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScimFilterTest {

  private static final JsonObject IDA =
      json(
          """
          {"schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"], "id": "Ida-1",
           "userName": "ida@example.org", "externalId": "A7", "active": true, "level": 7,
           "name": {"givenName": "Ida", "familyName": "Weiß"}, "title": "",
           "emails": [{"type": "work", "value": "ida@example.org", "primary": true},
                      {"type": "home", "value": "ida@home.example"}],
           "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": {"department": "Billing"}}
          """);

  static JsonObject json(String text) {
    return Json.createReader(new StringReader(text)).readObject();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userName eq \"ida@example.org\"",
        "USERNAME Eq \"IDA@Example.org\"",
        "urn:ietf:params:scim:schemas:core:2.0:User:userName sw \"ida\"",
        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq \"billing\"",
        "name.familyName co \"eiß\"",
        "userName ew \".org\"",
        "externalId eq \"A7\"",
        "emails co \"home\"",
        "emails.value eq \"ida@home.example\"",
        "emails[type eq \"work\" and value co \"@example\"]",
        "emails pr and active eq true",
        "active eq True",
        "active ne false",
        "level gt 6 and level ge 7.0 and level lt 8 and level le 7 and level eq 7.00",
        "userName gt \"icarus\"",
        "not (active eq false)",
        "not(title pr)",
        "nickName eq null",
        "userName eq \"nobody\" or userName eq \"x\" or active eq true",
        "(userName eq \"nobody\" or active eq true) and id eq \"Ida-1\"",
        "userName eq \"nobody\" and active eq true or id pr",
        "schemas eq \"urn:ietf:params:scim:schemas:core:2.0:User\"",
      })
  void aFilterFindsWhomItMeans(String filter) {
    assertThat(ScimFilter.parse(filter).matches(IDA)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "userName eq \"ida\"",
        "id eq \"IDA-1\"",
        "externalId eq \"a7\"",
        "title pr",
        "nickName pr",
        "nickName eq \"Ida\"",
        "userName ne \"ida@example.org\"",
        "emails[type eq \"work\" and value co \"home\"]",
        "active eq \"true\"",
        "level gt 7",
        "level co \"7\"",
        "not (id pr)",
        "name eq \"Ida\"",
        "urn:example:other:userName pr"
      })
  void aFilterPassesOverWhomItDoesNotMean(String filter) {
    assertThat(ScimFilter.parse(filter).matches(IDA)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "userName",
        "userName eq",
        "userName eq ida",
        "userName eq \"ida",
        "userName eq \"ida\" and",
        "userName eq \"ida\" userName pr",
        "userName is \"ida\"",
        "userName eq [1]",
        "userName eq {}",
        "userName co 7",
        "active gt true",
        "(userName pr",
        "userName pr)",
        "emails[type eq \"work\"",
        "emails[]",
        "a.b.c.d pr",
        "a..b pr",
        ".a pr",
        "ünïcode pr",
        "userName eq \"a\" \u0000"
      })
  void whatIsNoFilterIsRefusedWithItsPlace(String filter) {
    assertThatThrownBy(() -> ScimFilter.parse(filter))
        .isInstanceOf(ScimException.class)
        .hasMessageContaining("at character")
        .extracting(e -> ((ScimException) e).type())
        .isEqualTo(ScimException.Type.INVALID_FILTER);
  }

  @Test
  void bracketsInBracketsHaveAnEnd() {
    assertThatThrownBy(() -> ScimFilter.parse("(".repeat(3_000) + "id pr" + ")".repeat(900)))
        .isInstanceOf(ScimException.class);
    assertThatThrownBy(() -> ScimFilter.parse("id eq \"" + "x".repeat(4_000) + "\""))
        .isInstanceOf(ScimException.class);
    assertThat(ScimFilter.parse("(".repeat(15) + "id pr" + ")".repeat(15)).matches(IDA)).isTrue();
  }

  @Test
  void aFilterSaysWhatItDemandsAndNothingThatIsButPossible() {
    assertThat(ScimFilter.parse("userName eq \"A\" and active eq true").demanded("username"))
        .contains("A");
    assertThat(ScimFilter.parse("userName eq \"A\" or id pr").demanded("userName")).isEmpty();
    assertThat(ScimFilter.parse("not (userName eq \"A\")").demanded("userName")).isEmpty();
    assertThat(ScimFilter.parse("userName co \"A\"").demanded("userName")).isEmpty();
    assertThat(ScimFilter.parse("emails[value eq \"A\"]").demanded("value")).isEmpty();
  }

  @Property(tries = 500)
  void anyTextCanBeAskedFor(@ForAll @StringLength(max = 40) String text) {
    JsonObject resource = Json.createObjectBuilder().add("id", text).build();
    String filter = "id eq " + Json.createValue(text);

    assertThat(ScimFilter.parse(filter).matches(resource)).isTrue();
    assertThat(ScimFilter.parse("not (" + filter + ")").matches(resource)).isFalse();
    assertThat(ScimFilter.parse(filter + " and id eq \"\\u0001other\"").matches(resource))
        .isFalse();
  }

  @Property(tries = 1_000)
  void whateverIsAskedIsAnsweredOrRefused(@ForAll @StringLength(max = 60) String text) {
    try {
      ScimFilter.parse(text).matches(IDA);
    } catch (ScimException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
