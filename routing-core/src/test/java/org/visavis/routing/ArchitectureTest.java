package org.visavis.routing;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.visavis.architecture.CoreRules;

class ArchitectureTest {

  /** The ledger is where presence reads the workload: it extends presence's own SPI. */
  @TestFactory
  Stream<DynamicTest> theHouseRulesHold() {
    return CoreRules.of(
            "org.visavis.routing",
            "org.visavis.directory",
            "org.visavis.presence",
            "org.visavis.presence.spi")
        .adapter("memory")
        .adapter("jpa", "jakarta.persistence..", "java.sql..")
        .adapter("ranking")
        .tests(85);
  }
}
