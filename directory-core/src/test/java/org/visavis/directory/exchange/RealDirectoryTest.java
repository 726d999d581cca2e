package org.visavis.directory.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Channel;
import org.visavis.directory.Directory;
import org.visavis.directory.ImportPlan;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;

/**
 * Brings a real public directory in: 537 members of a parliament, from a file that lies beside the
 * project, where it does.
 */
class RealDirectoryTest {

  private static final String FILE = "shared/data/congress/people.csv";

  @Test
  void allRowsButTheBrokenOneAreTakenAndASecondImportChangesNothing() throws IOException {
    ImportedPeople people = read();
    // One address of the file really begins with hhttps.
    assertThat(people.refused())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.line()).isEqualTo(530);
              assertThat(refusal.column()).contains("contactForm");
              assertThat(refusal.reason()).isEqualTo(ImportedPeople.Reason.MALFORMED);
            });
    assertThat(people.rowsRead()).isEqualTo(537);
    Directory directory =
        Directory.over(
            new MemoryDirectoryStore(),
            new TypoTolerantIndex(Clock.systemUTC()),
            Clock.systemUTC());
    ImportPlan first = directory.plan(people);
    assertThat(first.created()).hasSize(536);
    directory.apply(first);
    ImportPlan second = directory.plan(people);
    assertThat(second.unchanged()).isEqualTo(536);
    assertThat(second.created()).isEmpty();
    assertThat(second.changed()).isEmpty();
    assertThat(second.departments()).isEmpty();
    assertThat(second.topics()).isEmpty();
    assertThat(directory.everybody())
        .anySatisfy(member -> assertThat(member.channels()).containsKey(Channel.PHONE));
  }

  private static ImportedPeople read() throws IOException {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.exists(folder.resolve(FILE))) {
      folder = folder.getParent();
    }
    assumeTrue(folder != null, "Not run: there is no " + FILE + " beside the project");
    try (InputStream file = Files.newInputStream(folder.resolve(FILE))) {
      return CsvPeople.read(file);
    }
  }
}
