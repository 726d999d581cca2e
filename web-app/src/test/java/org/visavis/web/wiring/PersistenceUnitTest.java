package org.visavis.web.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

class PersistenceUnitTest {

  @Test
  void namesEveryRowOfTheCores() throws IOException {
    List<String> ofTheCores =
        Stream.of("directory", "presence", "routing")
            .flatMap(core -> rows(read("META-INF/" + core + "-orm.xml")))
            .toList();
    Document unit = read("META-INF/persistence.xml");

    assertThat(ofTheCores).hasSizeGreaterThan(10);
    assertThat(unit.select("class").eachText()).containsAll(ofTheCores);
  }

  private static Stream<String> rows(Document mapping) {
    String prefix = mapping.selectFirst("package").text() + ".";
    return mapping.select("entity, converter, embeddable, mapped-superclass").stream()
        .map(element -> prefix + element.attr("class"));
  }

  private static Document read(String resource) {
    try (InputStream in =
        PersistenceUnitTest.class.getClassLoader().getResourceAsStream(resource)) {
      return Jsoup.parse(in, "UTF-8", "", Parser.xmlParser());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
