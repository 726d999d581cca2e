package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;
import org.visavis.presence.memory.MemoryPresenceStore;
import org.visavis.presence.spi.PresenceStore;

class EmbeddingExampleTest {

  @Test
  void tenLinesOfPlainJavaAreEnough() {
    Directory directory =
        Directory.over(
            new MemoryDirectoryStore(),
            new TypoTolerantIndex(Clock.systemUTC()),
            Clock.systemUTC());
    EmployeeId ada = EmployeeId.of("ada");
    directory.save(Employee.named(ada, "Ada", "Beispiel").channel(Channel.PHONE).build());

    // The lines that stand in the Javadoc of Presence begin here.
    Clock clock = Clock.systemUTC();
    ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    PresenceStore store = new MemoryPresenceStore();
    Presence presence =
        Presence.over(directory, store, clock, ScheduledAlarm.on(timer, clock)).open();

    presence.setRule(ada, Audience.PUBLIC, AppearanceRule.byLoad(5, 3, AtLimit.VANISH));
    presence.heartbeat(ada, "web", Duration.ofMinutes(2));
    Openness phone = presence.openness(ada, Channel.PHONE, Audience.PUBLIC);
    // They end here.

    assertThat(phone).isEqualTo(Openness.OPEN);
    presence.close();
    timer.shutdownNow();
  }

  @Test
  void theJavadocShowsTheseLines() throws IOException {
    String test =
        between(
            Files.readString(
                Path.of("src/test/java/org/visavis/presence/EmbeddingExampleTest.java")),
            "begin here.",
            "// They end here.");
    String javadoc =
        between(
            Files.readString(Path.of("src/main/java/org/visavis/presence/Presence.java")),
            "<pre>{@code",
            "}</pre>");
    assertThat(lines(javadoc.replace(" * ", ""))).isEqualTo(lines(test)).isNotEmpty();
  }

  private static String between(String text, String start, String end) {
    int from = text.indexOf(start) + start.length();
    return text.substring(from, text.indexOf(end, from));
  }

  private static List<String> lines(String code) {
    return code.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.equals("*")).toList();
  }
}
