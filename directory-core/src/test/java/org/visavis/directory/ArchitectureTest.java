package org.visavis.directory;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.visavis.architecture.CoreRules;

class ArchitectureTest {

  @TestFactory
  Stream<DynamicTest> theHouseRulesHold() {
    return CoreRules.of("org.visavis.directory")
        .rootUses("com.google.i18n.phonenumbers..", "javax.crypto..")
        .adapter("memory")
        .adapter("jpa", "jakarta.persistence..")
        .adapter(
            "exchange",
            "org.apache.commons.csv..",
            "ezvcard..",
            "com.unboundid..",
            "jakarta.json..",
            "javax.net..")
        .adapter("portrait", "javax.imageio..", "com.twelvemonkeys.imageio.plugins.webp..")
        .adapter(
            "search",
            "org.apache.lucene..",
            "org.tartarus.snowball..",
            "org.apache.commons.codec.language..")
        .tests(40);
  }
}
