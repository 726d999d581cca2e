package org.visavis.directory.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Employee;
import org.visavis.directory.ImportedPeople;

class ColumnMappingTest {

  private static final String FILE =
      "Personal-Nr.\tVorname\tNachname\tE-Mail\tAbteilung\tSchuhgröße\n"
          + "17\tEva\tWeiß\teva@example.org\tAbrechnung\t38\n";

  @Test
  void whatAPersonnelProgramWritesIsSuggested() {
    ColumnMapping mapping = ColumnMapping.suggested(CsvPeople.headers(file()));
    assertThat(mapping.columns())
        .containsEntry("personal-nr.", "id")
        .containsEntry("vorname", "givenName")
        .containsEntry("nachname", "familyName")
        .containsEntry("e-mail", "email")
        .containsEntry("abteilung", "department")
        .containsEntry("schuhgröße", "");
    ImportedPeople read = CsvPeople.read(file(), mapping);
    assertThat(read.refused()).isEmpty();
    assertThat(read.ignored()).containsExactly("Schuhgröße");
    Employee eva = read.people().get(0).employee();
    assertThat(eva.displayName()).isEqualTo("Eva Weiß");
    assertThat(eva.id().value()).isEqualTo("17");
  }

  @Test
  void aMappingIsKeptAsATextAndKnowsItsFilesAgain() {
    List<String> headers = CsvPeople.headers(file());
    ColumnMapping mapping = ColumnMapping.suggested(headers);
    assertThat(ColumnMapping.parse(mapping.text())).isEqualTo(mapping);
    assertThat(mapping.fits(headers)).isTrue();
    assertThat(mapping.fits(List.of("VORNAME", " abteilung ", "title.de"))).isTrue();
    assertThat(mapping.fits(List.of("Vorname", "Kostenstelle"))).isFalse();
  }

  @Test
  void aHeaderNamedAsAColumnIsThatColumnAndOtherGuessesGiveWay() {
    ColumnMapping mapping = ColumnMapping.suggested(List.of("Vorname", "givenName", "id"));
    assertThat(mapping.column("Vorname")).isEmpty();
    assertThat(mapping.column("GIVENNAME")).contains("givenName");
  }

  @Test
  void twoHeadersDoNotMeanOneColumnAndColumnsExist() {
    assertThatThrownBy(() -> ColumnMapping.of(Map.of("a", "email", "b", "EMAIL")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> ColumnMapping.of(Map.of("a", "shoeSize")))
        .hasMessageContaining("shoeSize");
    assertThatThrownBy(() -> ColumnMapping.of(Map.of("a", "email.de")))
        .hasMessageContaining("email.de");
    assertThatThrownBy(() -> ColumnMapping.parse("no tab"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static ByteArrayInputStream file() {
    return new ByteArrayInputStream(FILE.getBytes(UTF_8));
  }
}
