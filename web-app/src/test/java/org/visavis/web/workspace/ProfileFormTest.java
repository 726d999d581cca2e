package org.visavis.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.directory.Label;
import org.visavis.directory.Link;
import org.visavis.directory.TopicId;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Language;

class ProfileFormTest {

  private static final OwnProfile.Words BEFORE =
      new OwnProfile.Words(
          Label.prose(Map.of(Locale.FRENCH, "Bonjour", Locale.GERMAN, "Hallo")),
          Label.of("sie/ihr"),
          List.of(Locale.GERMAN, Locale.forLanguageTag("tr")),
          List.of(TopicId.of("second"), TopicId.of("first")),
          List.of(new Link(URI.create("https://example.org/a"), "My page")));

  private static ProfileForm form(String languages, String links) {
    return new ProfileForm(Map.of("de", "", "en", ""), "", languages, links, List.of());
  }

  private static OwnProfile.Words words(ProfileForm form) {
    return form.toWords(BEFORE, Language.EN, topic -> true);
  }

  @Test
  void aFormThatNobodyTouchedChangesNothing() {
    for (Language language : Language.values()) {
      ProfileForm form = ProfileForm.of(BEFORE, language);

      assertThat(form.errors()).isEmpty();
      assertThat(form.toWords(BEFORE, language, topic -> true)).isEqualTo(BEFORE);
    }
  }

  @Test
  void aTextOfNoStatedLanguageStaysInTheFieldThatIsNotTouched() {
    OwnProfile.Words before =
        new OwnProfile.Words(Label.prose("Hello"), Label.empty(), List.of(), List.of(), List.of());
    ProfileForm form = ProfileForm.of(before, Language.EN);
    assertThat(form.about()).containsEntry("de", "Hello").containsEntry("en", "Hello");

    ProfileForm changed =
        new ProfileForm(Map.of("de", "Hallo", "en", "Hello"), "", "", "", List.of());

    assertThat(changed.toWords(before, Language.EN, topic -> true).about().byLanguage())
        .isEqualTo(Map.of(Locale.GERMAN, "Hallo", Locale.ENGLISH, "Hello"));
  }

  @ParameterizedTest
  @CsvSource({
    "German, de",
    "deutsch, de",
    "Türkçe, tr",
    "Turkish, tr",
    "pt-BR, pt-BR",
    "pl, pl",
    "Українська, uk"
  })
  void aLanguageIsKnownByItsNameOrTag(String typed, String tag) {
    assertThat(words(form(typed, "")).languages()).containsExactly(Locale.forLanguageTag(tag));
  }

  @Test
  void topicsKeepTheirOrderAndNewOnesFollow() {
    ProfileForm form =
        new ProfileForm(Map.of(), "", "", "", List.of("new", "first", "second", "gone", "+?"));

    assertThat(form.toWords(BEFORE, Language.DE, topic -> !topic.value().equals("gone")).topics())
        .containsExactly(TopicId.of("second"), TopicId.of("first"), TopicId.of("new"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.org", "javascript:alert(1)", "data:text/html,x", "https://exa mple]"})
  void whatCannotBePublishedIsNoLink(String typed) {
    List<FieldError> errors = form("", typed).errors();

    if (typed.startsWith("https")) {
      assertThat(errors).isEmpty();
    } else {
      assertThat(errors).extracting(FieldError::field).containsExactly("links");
    }
  }

  @Test
  void everythingThatIsWrongIsNamed() {
    ProfileForm form =
        new ProfileForm(
            Map.of("de", "x".repeat(2_001), "en", ""),
            "x".repeat(301),
            "Quenya",
            "nowhere",
            java.util.Collections.nCopies(51, "topic"));

    assertThat(form.errors())
        .extracting(FieldError::field)
        .containsExactly("about-de", "pronouns", "languages", "links", "topics");
  }
}
