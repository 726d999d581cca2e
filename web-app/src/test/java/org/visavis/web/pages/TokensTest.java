package org.visavis.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast of the colours, computed as in WCAG 2.2 (relative luminance). */
final class TokensTest {

  private static final Pattern COLOUR = Pattern.compile("--([a-z0-9-]+): #([0-9a-f]{6});");
  private static final double TEXT = 4.5;
  private static final double SHAPE = 3;

  private static Map<String, Integer> colours(String mode) throws IOException {
    String css = Files.readString(Path.of("src/main/webapp/assets/tokens.css"));
    int dark = css.indexOf("prefers-color-scheme: dark");
    Map<String, Integer> colours = new HashMap<>();
    read(css.substring(0, dark), colours);
    if (mode.equals("dark")) {
      read(css.substring(dark), colours);
    }
    return colours;
  }

  private static void read(String css, Map<String, Integer> colours) {
    COLOUR
        .matcher(css)
        .results()
        .forEach(match -> colours.put(match.group(1), Integer.valueOf(match.group(2), 16)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyTextCanBeReadOnEveryGroundItStandsOn(String mode) throws IOException {
    Map<String, Integer> colours = colours(mode);

    for (String ground : List.of("paper", "card", "well", "accent-soft")) {
      for (String text : List.of("ink", "ink-soft")) {
        assertContrast(colours, text, ground, TEXT);
      }
    }
    for (String ground : List.of("paper", "card", "well", "accent-soft")) {
      for (StatusKind status : StatusKind.values()) {
        assertContrast(colours, status.code(), ground, TEXT);
      }
    }
    assertContrast(colours, "on-accent", "accent", TEXT);
    assertContrast(colours, "on-accent", "accent-hover", TEXT);
    assertContrast(colours, "ink", "good-soft", TEXT);
    assertContrast(colours, "ink", "problem-soft", TEXT);
    assertContrast(colours, "problem", "card", TEXT);
    assertContrast(colours, "problem", "paper", TEXT);
  }

  @Property
  void everybodysInitialsCanBeRead(@ForAll @StringLength(min = 1, max = 64) String id)
      throws IOException {
    Portrait portrait = Portrait.of(id, "Anna Brandt", "");

    for (String mode : List.of("light", "dark")) {
      assertContrast(colours(mode), "on-tone", "tone-" + portrait.tone(), TEXT);
    }
  }

  @Test
  void nothingMakesInitialsFainterThanTheirColour() throws IOException {
    String css = Files.readString(Path.of("src/main/webapp/assets/people.css"));
    String rule = css.substring(css.indexOf(".face span {"));

    assertThat(rule.substring(0, rule.indexOf('}'))).doesNotContain("opacity", "color");
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyBorderOfAControlAndTheFocusCanBeSeen(String mode) throws IOException {
    Map<String, Integer> colours = colours(mode);

    for (String ground : List.of("paper", "card")) {
      assertContrast(colours, "line-strong", ground, SHAPE);
      assertContrast(colours, "focus", ground, SHAPE);
    }
  }

  private static void assertContrast(
      Map<String, Integer> colours, String front, String back, double least) {
    double one = luminance(colours.get(front)) + 0.05;
    double other = luminance(colours.get(back)) + 0.05;
    assertThat(Math.max(one, other) / Math.min(one, other))
        .as(front + " on " + back)
        .isGreaterThanOrEqualTo(least);
  }

  private static double luminance(int colour) {
    return 0.2126 * linear(colour >> 16 & 255)
        + 0.7152 * linear(colour >> 8 & 255)
        + 0.0722 * linear(colour & 255);
  }

  private static double linear(int channel) {
    double part = channel / 255.0;
    return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
  }
}
