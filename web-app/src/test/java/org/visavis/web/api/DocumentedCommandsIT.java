package org.visavis.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.visavis.web.testing.ApiClient;
import org.visavis.web.testing.PortalServer;
import org.visavis.web.testing.PortalTest;

/** Types the commands of the documents into a shell: each of them succeeds. */
@PortalTest
class DocumentedCommandsIT {

  /** The first block of commands for the demo. */
  private static final Pattern BLOCK =
      Pattern.compile("```sh\\nVISAVIS=http://localhost:9080\\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"import.md, Uta", "provisioning.md, ''"})
  void everyCommandSucceeds(String document, String shown, PortalServer portal)
      throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "curl is not installed");
    Matcher block = BLOCK.matcher(Files.readString(Path.of("../docs", document)));
    assertThat(block.find()).isTrue();
    String script =
        "set -e\nVISAVIS=%s\ncurl() { command curl --silent --show-error --fail-with-body \"$@\"; echo; }\n%s"
            .formatted(portal.uri(""), block.group(1));
    Path file = Files.writeString(folder.resolve("commands.sh"), script);

    Process shell =
        new ProcessBuilder("bash", file.toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), UTF_8);

    assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(shell.exitValue()).as(said).isZero();
    if (!shown.isEmpty()) {
      assertThat(ApiClient.of(portal).handle(shown)).isPresent();
    }
  }
}
