package org.visavis.routing.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.visavis.directory.Directory;
import org.visavis.presence.Presence;
import org.visavis.routing.spi.Ranking;

class RankingRulesTest {

  private static final RankingRule RULE = (candidate, wish) -> Fit.none();

  @Test
  void rulesAreReplacedLeftOutAndAddedByName() {
    Company company = new Company();
    Directory directory = company.directory;
    Presence presence = company.presence;
    Clock clock = Clock.systemUTC();
    Duration turn = Duration.ofMinutes(1);
    // Own rules:
    RankingRule apprentices =
        (candidate, wish) ->
            candidate.profile().title().text(Locale.ENGLISH).contains("Apprentice")
                ? Fit.none()
                : Fit.preference(1);
    RankingRules rules =
        RankingRules.standard()
            .without(RankingRules.SHARED_LANGUAGE)
            .before(RankingRules.FREE_SHARE, "experience", apprentices);
    Ranking ranking = RankingByRules.of(directory, presence, Turn.every(turn, clock), rules);
    // That is all.

    assertThat(rules.names())
        .containsExactly(
            "proposed-by-chosen",
            "same-topic",
            "known-to-customer",
            "same-department",
            "experience",
            "free-share");
    assertThat(ranking).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "src/main/java/org/visavis/routing/ranking/RankingRules.java",
        "../docs/routing.md"
      })
  void theExampleStandsInTheDocuments(Path document) throws IOException {
    String here =
        Files.readString(
            Path.of("src/test/java/org/visavis/routing/ranking/RankingRulesTest.java"));
    List<String> code =
        lines(here.substring(here.indexOf("// Own rules:"), here.indexOf("// That is all.")));
    List<String> written = lines(Files.readString(document).replaceAll("(?m)^ \\* ", ""));
    assertThat(code).hasSizeGreaterThan(5);
    assertThat(written).containsSequence(code.subList(1, code.size()));
  }

  private static List<String> lines(String text) {
    return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  @Test
  void aRuleOfTheSameNameTakesItsPlace() {
    RankingRules rules = RankingRules.none().with("a", RULE).with("b", RULE);
    RankingRule other = (candidate, wish) -> Fit.preference(1);
    assertThat(rules.with("a", other).names()).containsExactly("a", "b");
    assertThat(rules.with("a", other).inOrder()).containsExactly(other, RULE);
    assertThat(rules.before("a", "b", other).names()).containsExactly("b", "a");
    assertThat(rules.names()).as("unchanged").containsExactly("a", "b");
    assertThat(rules).hasToString("[a, b]");
  }

  @Test
  void mistakesNameTheRule() {
    RankingRules rules = RankingRules.none().with("a", RULE);
    assertThatThrownBy(() -> rules.without("b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("There is no rule b among [a]");
    assertThatThrownBy(() -> rules.before("b", "c", RULE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no rule b");
    assertThatThrownBy(() -> rules.with("Not so", RULE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Not so");
    assertThat(RankingRules.standard().names()).contains(RankingRules.PROPOSED_BY_CHOSEN);
  }
}
