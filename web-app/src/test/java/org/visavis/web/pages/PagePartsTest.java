package org.visavis.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.visavis.web.mail.MailView;

final class PagePartsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "de-AT,de;q=0.9,en;q=0.8 | DE",
        "fr,en;q=0.5,de;q=0.9    | DE",
        "de;q=0,en               | EN",
        "*                       | EN",
        "fr                      | EN",
        "'nonsense;;;q=x'        | EN"
      })
  void languageFollowsTheBrowser(String header, Language expected) {
    assertThat(Language.fromAcceptLanguage(header)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Greta Mayer, GM",
    "Dr. Ana-Lucía Ferreira da Costa, AC",
    "Prof. Dr.-Ing. Søren Lüth, SL",
    "Madonna, M",
    "Özlem Güneş, ÖG"
  })
  void initialsLeaveDegreesOut(String name, String initials) {
    assertThat(Portrait.of("id", name, "").initials()).isEqualTo(initials);
  }

  @Test
  void addressOfAnAssetChangesWithItsContent() {
    Assets first = assets("a");
    Assets second = assets("b");

    assertThat(first.href("base.css")).matches("/assets/base\\.css\\?v=[0-9a-f]{12}");
    assertThat(first.href("base.css")).isNotEqualTo(second.href("base.css"));
  }

  private static Assets assets(String content) {
    return Assets.of(
        path -> Optional.of(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void missingAssetIsNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Assets.of(path -> Optional.empty()).href("gone.css"))
        .withMessageContaining("/assets/gone.css");
  }

  @Test
  void jsonCannotEndItsBlock() {
    String json = Json.of(Map.of("name", List.of("</script><b>\"\\&\u2028\n")));

    assertThat(json)
        .isEqualTo(
            "{\"name\":[\"\\u003c/script\\u003e\\u003cb\\u003e\\u0022\\u005c\\u0026\\u2028\\u000a\"]}");
  }

  @Test
  void addressesInAMailBecomeLinks() {
    MailView mail =
        new MailView(
            "a",
            "b",
            "c",
            SampleOrganisation.NOW,
            "See https://example.com/x?y=1. Then (http://b.example).");

    assertThat(mail.pieces())
        .filteredOn(MailView.Piece::link)
        .extracting(MailView.Piece::text)
        .containsExactly("https://example.com/x?y=1", "http://b.example");
    assertThat(mail.pieces()).extracting(MailView.Piece::text).containsSequence(". Then (");
  }
}
