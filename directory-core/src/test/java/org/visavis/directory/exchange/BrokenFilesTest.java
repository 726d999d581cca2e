package org.visavis.directory.exchange;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.ImportedPeople.Reason;
import org.visavis.directory.Label;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;

/** A collection of broken files, each through every parser: a report with the place, no change. */
class BrokenFilesTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC);

  @Provide
  Arbitrary<List<Employee>> people() {
    return SamplePeople.anybody();
  }

  @ParameterizedTest
  @EnumSource
  void everyBrokenFileHasAReportWithAPlaceAndBringsNobody(FileFormat format) throws IOException {
    byte[] sound = file(format, List.of(eva("Eva")));
    List<byte[]> broken = new ArrayList<>();
    broken.add(new byte[0]);
    broken.add(" \r\n\n".getBytes(UTF_8));
    broken.add(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13});
    broken.add(new byte[4096]);
    broken.add("This is a letter, and no list of people.".getBytes(UTF_8));
    broken.add(new String(sound, UTF_8).replace("\uFEFF", "").getBytes(UTF_16LE));
    for (byte[] file : broken) {
      ImportedPeople read = read(format, file);
      assertThat(read.people()).isEmpty();
      assertThat(read.refused().size() + read.ignored().size() + (read.rowsRead() == 0 ? 1 : 0))
          .isPositive();
      assertThat(read.refused()).allSatisfy(one -> assertThat(one.line()).isPositive());
    }
  }

  @ParameterizedTest
  @EnumSource
  void theSameIdTwiceIsTakenOnce(FileFormat format) throws IOException {
    ImportedPeople read = read(format, file(format, List.of(eva("Eva"), eva("Eve"))));
    assertThat(read.people()).hasSize(1);
    assertThat(read.refused())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.DUPLICATE_ID));
  }

  @ParameterizedTest
  @EnumSource
  void aLineOfAMegabyteIsRefused(FileFormat format) throws IOException {
    String file = new String(file(format, List.of(eva("Eva"))), UTF_8);
    ImportedPeople read =
        read(format, file.replace("About her", "x".repeat(1_000_000)).getBytes(UTF_8));
    assertThat(read.refused().size() + read.people().size()).isEqualTo(1);
    assertThat(read.people())
        .allSatisfy(row -> assertThat(row.employee().about().isEmpty()).isTrue());
  }

  @ParameterizedTest
  @EnumSource
  void twoHundredMegabytesAreRefusedUnread(FileFormat format) {
    InputStream large =
        new InputStream() {
          @Override
          public int available() {
            return 200 * 1024 * 1024;
          }

          @Override
          public int read() throws IOException {
            throw new IOException("Nobody reads this");
          }
        };
    assertThat(format.read(large, ColumnMapping.byName()).refused())
        .singleElement()
        .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE));
  }

  @Property(tries = 150)
  void aFileThatIsCutOrBentSomewhereStillHasAReport(
      @ForAll("people") List<Employee> people,
      @ForAll FileFormat format,
      @ForAll @IntRange(max = 1_000_000) int place,
      @ForAll byte bent)
      throws IOException {
    byte[] file = file(format, people.isEmpty() ? List.of(eva("Eva")) : people);
    int at = place % file.length;
    ParsersFuzzTest.report(format, Arrays.copyOf(file, at));
    file[at] = bent;
    ParsersFuzzTest.report(format, file);
  }

  @Test
  void readingChangesNothingAndARefusedFileNeither() throws IOException {
    Directory directory =
        Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(CLOCK), CLOCK);
    directory.save(eva("Eva"));
    for (FileFormat format : FileFormat.values()) {
      directory.apply(directory.plan(read(format, "nonsense".getBytes(UTF_8))));
    }
    assertThat(directory.everybody()).containsExactly(eva("Eva"));
  }

  private static Employee eva(String given) {
    return Employee.named(EmployeeId.of("eva"), given, "Weiß")
        .about(Label.prose("About her"))
        .build();
  }

  private static byte[] file(FileFormat format, List<Employee> people) throws IOException {
    StringBuilder file = new StringBuilder();
    format.write(people, Names.ids(), file);
    return file.toString().getBytes(UTF_8);
  }

  private static ImportedPeople read(FileFormat format, byte[] file) {
    return format.read(new ByteArrayInputStream(file), ColumnMapping.byName());
  }
}
