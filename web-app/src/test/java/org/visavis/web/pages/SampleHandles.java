package org.visavis.web.pages;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import org.visavis.directory.Basis;
import org.visavis.directory.Consents;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.directory.memory.MemoryDirectoryStore;
import org.visavis.directory.search.TypoTolerantIndex;

/** Handles as the portal has them, for tests without a server. */
public final class SampleHandles {

  private SampleHandles() {}

  /** Answers the handles of a directory. */
  public static Handles of(Directory directory) {
    return Handles.over(directory, "the key of the tests".getBytes(StandardCharsets.UTF_8));
  }

  /** Answers the handles where these people alone exist and disclose their surnames. */
  public static Handles ofPeople(String... ids) {
    Clock clock = Clock.systemUTC();
    Directory directory =
        Directory.over(new MemoryDirectoryStore(), new TypoTolerantIndex(clock), clock);
    for (String id : ids) {
      directory.save(
          Employee.named(EmployeeId.of(id), "Ada", "Lovelace")
              .consents(Consents.toEverybody(Instant.EPOCH, Basis.ofThePerson()))
              .build());
    }
    return of(directory);
  }
}
