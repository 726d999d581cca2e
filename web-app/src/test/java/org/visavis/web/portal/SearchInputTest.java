package org.visavis.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
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
    return SearchInput.of(name -> fields.getOrDefault(name, ""));
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
            "cursor",
            "40");

    assertThat(input.problems()).isEmpty();
    assertThat(input.search())
        .isEqualTo(new Search("Zähler", "meters", "meter-reading", "TR", true));
    assertThat(input.query().text()).isEqualTo("Zähler");
    assertThat(input.query().department()).contains(DepartmentId.of("meters"));
    assertThat(input.query().topic()).contains(TopicId.of("meter-reading"));
    assertThat(input.query().language()).contains(Locale.forLanguageTag("tr"));
    assertThat(input.query().offset()).isEqualTo(40);
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

    assertThat(SearchInput.path(search, 20))
        .isEqualTo("/people?q=a%26b+%C3%BC&department=meters&language=de&open=true&cursor=20");
    assertThat(SearchInput.path(Search.none())).isEqualTo("/people");
  }
}
