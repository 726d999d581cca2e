package org.visavis.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Channel;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.TopicId;
import org.visavis.web.pages.Phrase;
import org.visavis.web.portal.PeopleView.Search;

final class SearchInputTest {

  private static SearchInput read(String... namesAndValues) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return SearchInput.of(name -> fields.getOrDefault(name, ""), 5);
  }

  @Test
  void everyFieldBecomesACondition() {
    SearchInput input =
        read(
            "q",
            "Zähler",
            "department",
            "meters",
            "topic",
            "meter-reading",
            "language",
            "TR",
            "open",
            "true",
            "channel",
            "phone",
            "status",
            "busy",
            "cursor",
            "40");

    assertThat(input.problems()).isEmpty();
    assertThat(input.search())
        .isEqualTo(new Search("Zähler", "meters", "meter-reading", "TR", true, "phone", "busy"));
    assertThat(input.query().text()).isEqualTo("Zähler");
    assertThat(input.query().department()).contains(DepartmentId.of("meters"));
    assertThat(input.query().topic()).contains(TopicId.of("meter-reading"));
    assertThat(input.query().language()).contains(Locale.forLanguageTag("tr"));
    assertThat(input.query().channel()).contains(Channel.PHONE);
    assertThat(input.query().mark()).contains("busy");
    assertThat(input.query().offset()).isEqualTo(40);
    assertThat(input.query().rotation()).contains(5L);
  }

  @Test
  void nothingAskedIsEverybody() {
    assertThat(read().search().isEmpty()).isTrue();
    assertThat(read("open", "1").search().reachable()).isFalse();
  }

  @Test
  void whatCannotBeUnderstoodIsSaid() {
    assertThat(read("q", "x".repeat(200)).problems()).isEmpty();
    assertThat(read("q", "x".repeat(201)).problems())
        .containsExactly(Phrase.of("people.too-long", 200));
    assertThat(read("cursor", "abc").problems()).containsExactly(Phrase.of("people.bad-cursor"));
    assertThat(read("cursor", "-1").problems()).containsExactly(Phrase.of("people.bad-cursor"));
    assertThat(read("cursor", "99999999999").problems())
        .containsExactly(Phrase.of("people.bad-cursor"));
    assertThat(read("department", "../x", "language", "d/e").problems())
        .containsOnly(Phrase.of("people.bad-filter"));
  }

  @Test
  void addressOfASearchIsReadAsTheSameSearch() {
    Search search = new Search("a&b ü", "meters", "", "de", true);

    assertThat(SearchInput.path(search))
        .isEqualTo("/people?q=a%26b+%C3%BC&department=meters&language=de&open=true");
    assertThat(SearchInput.path(Search.none())).isEqualTo("/people");
  }

  @Test
  void whoeverLeafsOnKeepsTheOrderOfTheFirstPage() {
    SearchInput first = read("q", "Meier", "channel", "chat");

    assertThat(first.nextPath()).isEqualTo("/people?q=Meier&channel=chat&cursor=20-5");
    assertThat(read("cursor", "20-63").query().rotation()).contains(63L);
    assertThat(read("cursor", "20-63").nextPath()).isEqualTo("/people?cursor=40-63");
    assertThat(read("cursor", "20-x").problems()).containsExactly(Phrase.of("people.bad-cursor"));
    assertThat(read("channel", "pigeon", "status", "?").problems())
        .containsOnly(Phrase.of("people.bad-filter"));
  }
}
