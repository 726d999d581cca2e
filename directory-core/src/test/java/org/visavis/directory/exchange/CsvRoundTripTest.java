package org.visavis.directory.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.visavis.directory.Employee;
import org.visavis.directory.ImportedPeople;

class CsvRoundTripTest {

  @Provide
  Arbitrary<List<Employee>> people() {
    return SamplePeople.anybody();
  }

  @Property(tries = 300)
  void whatIsWrittenIsReadAgain(@ForAll("people") List<Employee> people) throws IOException {
    StringBuilder file = new StringBuilder();
    CsvPeople.write(people, file);
    ImportedPeople read = CsvPeople.read(new ByteArrayInputStream(file.toString().getBytes(UTF_8)));
    assertThat(read.refused()).isEmpty();
    assertThat(read.ignored()).isEmpty();
    List<Employee> again = read.people().stream().map(ImportedPeople.Row::employee).toList();
    assertThat(SamplePeople.words(again)).isEqualTo(SamplePeople.words(people));
    assertThat(again).isEqualTo(people);
  }

  @Property(tries = 300)
  void noCellIsAFormula(@ForAll("people") List<Employee> people) throws IOException {
    StringBuilder file = new StringBuilder();
    CsvPeople.write(people, file);
    try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(file.substring(1)))) {
      parser.forEach(
          row -> row.forEach(cell -> assertThat(cell).doesNotMatch("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*")));
    }
  }
}
