package org.visavis.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import org.visavis.directory.ImportedPeople;

/** Whatever a file holds, reading it ends with a report. Runs long with JAZZER_FUZZ=1. */
class ParsersFuzzTest {

  @FuzzTest(maxDuration = "10m")
  void anyTable(byte[] file) {
    report(FileFormat.CSV, file);
  }

  @FuzzTest(maxDuration = "10m")
  void anyVCard(byte[] file) {
    report(FileFormat.VCARD, file);
  }

  @FuzzTest(maxDuration = "10m")
  void anyJsContact(byte[] file) {
    report(FileFormat.JSCONTACT, file);
  }

  @FuzzTest(maxDuration = "10m")
  void anyLdif(byte[] file) {
    report(FileFormat.LDIF, file);
  }

  static void report(FileFormat format, byte[] file) {
    ImportedPeople read = format.read(new ByteArrayInputStream(file), ColumnMapping.byName());
    assertThat(read.refused())
        .allSatisfy(
            refusal -> {
              assertThat(refusal.line()).isPositive();
              assertThat(refusal.detail().length()).isLessThanOrEqualTo(80);
              assertThat(refusal.reason()).isNotNull();
            });
    assertThat(read.people().size() + read.refused().size())
        .isGreaterThanOrEqualTo(read.rowsRead());
  }
}
