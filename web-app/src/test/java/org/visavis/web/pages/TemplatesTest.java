package org.visavis.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Renders every page in both languages, keeps it below {@code target/preview} and examines it. */
final class TemplatesTest {

  private static final Pages PAGES = Pages.precompiled();
  private static final Set<String> DATA_BLOCKS = Set.of("application/json", "application/ld+json");

  static List<SamplePages.Sample> samples() {
    return SamplePages.all();
  }

  private static Document render(SamplePages.Sample sample) throws IOException {
    byte[] html = PAGES.render(sample.page(), sample.view());
    Path folder =
        Files.createDirectories(Path.of("target/preview", sample.page().language().tag()));
    Files.write(folder.resolve(sample.name() + ".html"), html);
    return Jsoup.parse(
        new String(html, StandardCharsets.UTF_8),
        "https://people.example.com/",
        Parser.htmlParser().setTrackErrors(20));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void pageIsWellFormedAndSpeaksOneLanguage(SamplePages.Sample sample) throws IOException {
    Document page = render(sample);

    assertThat(page.parser().getErrors()).isEmpty();
    assertThat(page.selectFirst("html").attr("lang")).isEqualTo(sample.page().language().tag());
    assertThat(page.title()).isNotBlank().doesNotStartWith("–");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("main")).hasSize(1);
    assertThat(page.text()).doesNotContainPattern("\\{\\d").doesNotContain("null");
    assertThat(page.select("header a[hreflang]").eachAttr("href"))
        .containsExactly(sample.page().in(sample.page().language().other()));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void nothingIsInline(SamplePages.Sample sample) throws IOException {
    Document page = render(sample);

    assertThat(page.select("[style], style")).isEmpty();
    for (Element script : page.select("script:not([src])")) {
      assertThat(DATA_BLOCKS).contains(script.attr("type"));
    }
    for (Element element : page.getAllElements()) {
      assertThat(element.attributes().asList())
          .extracting(Attribute::getKey)
          .noneMatch(name -> name.startsWith("on"));
    }
    assertThat(page.select("script[src], link[rel=stylesheet], img, use").eachAttr("src"))
        .allMatch(address -> address.startsWith("/"));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyControlHasItsName(SamplePages.Sample sample) throws IOException {
    Document page = render(sample);

    for (Element field : page.select("input:not([type=hidden]), textarea, select")) {
      boolean wrapped = field.closest("label") != null;
      boolean labelled = page.select("label[for]").eachAttr("for").contains(field.id());
      assertThat(wrapped || labelled).as(field.outerHtml()).isTrue();
    }
    for (Element control : page.select("button, a[href]")) {
      String name = control.text() + control.attr("aria-label");
      assertThat(name.isBlank() && control.closest("[hidden]") == null)
          .as(control.outerHtml())
          .isFalse();
    }
    assertThat(page.select("img:not([alt])")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyReferenceHasItsTarget(SamplePages.Sample sample) throws IOException {
    Document page = render(sample);
    List<String> ids = page.select("[id]").eachAttr("id");
    Document icons =
        Jsoup.parse(
            Files.readString(Path.of("src/main/webapp/assets/icons.svg")), "", Parser.xmlParser());

    assertThat(ids).doesNotHaveDuplicates();
    for (String attribute : List.of("aria-labelledby", "aria-describedby", "for")) {
      for (String value : page.select("[" + attribute + "]").eachAttr(attribute)) {
        assertThat(ids).contains(value.split(" "));
      }
    }
    assertThat(ids)
        .containsAll(
            page.select("a[href^=#]").eachAttr("href").stream()
                .map(href -> href.substring(1))
                .collect(Collectors.toSet()));
    assertThat(icons.select("symbol").eachAttr("id"))
        .containsAll(
            page.select("use").eachAttr("href").stream()
                .map(href -> href.substring(href.indexOf('#') + 1))
                .collect(Collectors.toSet()));
  }
}
