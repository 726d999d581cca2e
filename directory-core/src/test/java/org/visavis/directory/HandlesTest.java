package org.visavis.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.visavis.directory.exchange.JsContacts;
import org.visavis.directory.exchange.Names;
import org.visavis.directory.exchange.VCards;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;

class HandlesTest {

  private static final EmployeeId ANNA = EmployeeId.of("anna.schmidt");

  private final Clock clock = Clock.fixed(Instant.parse("2026-11-24T09:00:00Z"), ZoneOffset.UTC);
  private final Directory directory =
      Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(clock), clock);
  private final Handles handles = Handles.over(directory, key("the first key of the portal"));

  @Test
  void whoDisclosesTheSurnameIsCalledByTheId() {
    save(Consents.toEverybody(clock.instant(), Basis.ofThePerson()));

    assertThat(handles.of(ANNA)).isEqualTo("anna.schmidt");
    assertThat(handles.resolve("anna.schmidt")).isEqualTo(ANNA);
  }

  @Test
  void whoWithholdsItIsCalledByNothingThatTellsIt() {
    save(Consents.none());
    String handle = handles.of(ANNA);

    assertThat(handle).matches("_[A-Za-z0-9_-]{32}");
    assertThat(new String(decoded(handle), StandardCharsets.ISO_8859_1)).doesNotContain("schmidt");
    assertThat(handles.resolve(handle)).isEqualTo(ANNA);
  }

  @Test
  void theIdOfWhoWithholdsItCallsNobody() {
    save(Consents.none());

    assertThat(directory.find(handles.resolve("anna.schmidt"))).isEmpty();
    assertThat(handles.resolve("anna.schmidt").value()).startsWith("nobody-");
    assertThat(handles.resolve("somebody.else").value()).startsWith("nobody-");
  }

  @Test
  void aHandleStaysGoodWhenTheSurnameIsDisclosed() {
    save(Consents.none());
    String handle = handles.of(ANNA);
    save(Consents.toEverybody(clock.instant(), Basis.ofThePerson()));

    assertThat(handles.resolve(handle)).isEqualTo(ANNA);
  }

  @Test
  void aHandleIsTheSameAfterAStartAndOfNoUseUnderAnotherKey() {
    save(Consents.none());
    String handle = handles.of(ANNA);

    assertThat(Handles.over(directory, key("the first key of the portal")).of(ANNA))
        .isEqualTo(handle);
    Handles other = Handles.over(directory, key("another key of the portal"));
    assertThat(other.of(ANNA)).isNotEqualTo(handle);
    assertThat(directory.find(other.resolve(handle))).isEmpty();
  }

  @Test
  void whatIsWrittenAnywayIsNobodysHandle() {
    save(Consents.none());
    String handle = handles.of(ANNA);
    Set<EmployeeId> others = new HashSet<>();
    for (int i = 1; i < handle.length(); i++) {
      char other = handle.charAt(i) == 'A' ? 'B' : 'A';
      others.add(handles.resolve(handle.substring(0, i) + other + handle.substring(i + 1)));
    }

    assertThat(others).hasSize(32).allMatch(id -> id.value().startsWith("nobody-"));
    assertThat(directory.find(handles.resolve(handle + "A"))).isEmpty();
  }

  @Test
  void whatCanBeNoHandleIsRefused() {
    for (String wrong : new String[] {"", "_short", "a b", "_" + "x".repeat(97), "../etc"}) {
      assertThatThrownBy(() -> handles.resolve(wrong)).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> Handles.over(directory, new byte[15]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aCardForTheOutsideSaysTheHandleInPlaceOfTheId() {
    save(Consents.none());
    Profile anna = directory.view(ANNA, Audience.PUBLIC).orElseThrow();
    Names outside = Names.ids().under(handles);

    assertThat(VCards.card(anna, outside, VCards.Version.V4_0))
        .contains("UID:" + handles.of(ANNA))
        .doesNotContainIgnoringCase("schmidt");
    assertThat(JsContacts.card(anna, outside).toString())
        .contains("\"uid\":\"" + handles.of(ANNA) + "\"")
        .doesNotContainIgnoringCase("schmidt");
  }

  @Property
  void everybodyHasOneHandleThatLeadsBack(@ForAll("ids") String id) {
    String handle = handles.of(EmployeeId.of(id));

    assertThat(handles.resolve(handle)).isEqualTo(EmployeeId.of(id));
    assertThat(handle).hasSizeLessThanOrEqualTo(97).doesNotContain(id.length() > 3 ? id : "~");
  }

  @Provide
  Arbitrary<String> ids() {
    Arbitrary<String> first = Arbitraries.strings().withCharRange('a', 'z').numeric().ofLength(1);
    Arbitrary<String> rest =
        Arbitraries.strings().alpha().numeric().withChars("._-").ofMinLength(0).ofMaxLength(63);
    return first.flatMap(one -> rest.map(more -> one + more));
  }

  private void save(Consents consents) {
    directory.save(Employee.named(ANNA, "Anna", "Schmidt").consents(consents).build());
  }

  private static byte[] key(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] decoded(String handle) {
    return java.util.Base64.getUrlDecoder().decode(handle.substring(1));
  }
}
