package org.visavis.presence;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.visavis.architecture.CoreRules;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> theHouseRulesHold() {
    return CoreRules.of("org.visavis.presence", "org.visavis.directory")
        .adapter("memory")
        .adapter(
            "calendar",
            "org.dmfs.rfc5545..",
            "okhttp3..",
            "de.focus_shift.jollyday.core",
            "javax.net.ssl")
        .adapter("exchange", "javax.xml", "javax.xml.stream")
        .adapter("jpa", "jakarta.persistence..")
        .tests(45);
  }
}
