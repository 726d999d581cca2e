package org.visavis.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
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

  /** The first line is a filter, the rest a patch; what is no such thing is refused. */
  @FuzzTest(maxDuration = "10m")
  void anyScimFilterAndPatch(byte[] sent) {
    String text = new String(sent, StandardCharsets.UTF_8);
    int end = Math.max(0, text.indexOf('\n'));
    JsonObject resource = Json.createObjectBuilder().add("id", "x").build();
    try {
      ScimFilter.parse(text.substring(0, end)).matches(resource);
    } catch (ScimException refused) {
      assertThat(refused.type()).isNotNull();
    }
    try (JsonReader reader = Json.createReader(new StringReader(text.substring(end).strip()))) {
      ScimPatch.apply(resource, reader.readObject());
    } catch (ScimException refused) {
      assertThat(refused.type()).isNotNull();
    } catch (JsonException | IllegalStateException noJson) {
      assertThat(noJson).isNotNull();
    }
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
