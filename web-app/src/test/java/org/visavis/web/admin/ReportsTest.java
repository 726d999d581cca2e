package org.visavis.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.visavis.directory.ImportPlan;
import org.visavis.directory.ImportedPeople.Reason;
import org.visavis.directory.ImportedPeople.Refusal;
import org.visavis.directory.exchange.ColumnMapping;
import org.visavis.directory.exchange.CsvPeople;
import org.visavis.directory.exchange.FileFormat;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Texts;

final class ReportsTest {

  private static final Refusal MALFORMED =
      new Refusal(7, Optional.of("timeZone"), Reason.MALFORMED, "Europe/Kranichau");

  private static List<String> problems(byte[] file) {
    return Reports.errors(CsvPeople.read(new ByteArrayInputStream(file))).stream()
        .map(FieldError::message)
        .map(message -> message.key())
        .toList();
  }

  private static List<String> problems(String file) {
    return problems(file.getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonHasWordsInBothLanguages(Reason reason) {
    ImportView.Refused row =
        Reports.refused(new Refusal(3, Optional.of("id"), reason, "what it says"));

    for (Language language : Language.values()) {
      String words = Texts.of(language, ZoneOffset.UTC).of(row.reason(), Instant.EPOCH);
      assertThat(words).isNotBlank().doesNotContain("{");
    }
  }

  @Test
  void aRefusedRowSaysWhereAndWhatItIs() {
    ImportView.Refused row = Reports.refused(MALFORMED);

    assertThat(row.line()).isEqualTo(7);
    assertThat(row.column()).isEqualTo("timeZone");
    assertThat(Texts.of(Language.EN, ZoneOffset.UTC).of(row.reason(), Instant.EPOCH))
        .contains("form")
        .endsWith("(Europe/Kranichau)");
  }

  @Test
  void thePageKnowsTheColumnsAndFormatsOfTheDirectory() {
    assertThat(ImportView.COLUMNS).isEqualTo(ColumnMapping.COLUMNS);
    assertThat(ImportView.FORMATS)
        .isEqualTo(Arrays.stream(FileFormat.values()).map(FileFormat::code).toList());
  }

  @Test
  void aFileWithoutPeopleSaysWhatToDo() {
    assertThat(problems("")).containsExactly("error.file-empty");
    assertThat(problems("  \r\n\n")).containsExactly("error.file-empty");
    assertThat(problems("id,displayName\n")).containsExactly("error.file-empty");
    assertThat(problems("name,mail\nAda,a@b.c\n")).containsExactly("error.file-headings");
    assertThat(problems("id,id\na,b\n")).containsExactly("error.file-first-line");
    assertThat(problems(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 13}))
        .containsExactly("error.file-no-text");
    assertThat(problems(new byte[] {(byte) 0x89, 0x1A, 0x01, 0x02}))
        .containsExactly("error.file-no-text");
    assertThat(problems("id,displayName\nada,Ada\n")).isEmpty();
  }

  @Test
  void veryManyRefusedRowsAreCountedAndNotAllListed() {
    ImportPlan plan =
        new ImportPlan(
            900,
            List.of(),
            List.of(),
            List.of(),
            0,
            List.of(),
            List.of(),
            Collections.nCopies(900, MALFORMED),
            List.of(),
            List.of());

    ImportView.Report report = Reports.done("people.csv", plan, "").report().orElseThrow();

    assertThat(report.refused()).isEqualTo(900);
    assertThat(report.refusals()).hasSize(Reports.MOST_LISTED);
  }
}
