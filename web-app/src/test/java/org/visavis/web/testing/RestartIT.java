package org.visavis.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestartIT {

  @Test
  void aServerEndsCleanlyAndStartsAgainAfterBeingKilled() {
    try (PortalServer portal = PortalServer.named("restart").start()) {
      portal.stop();
      assertThat(portal.isRunning()).isFalse();
      assertThat(portal.log()).contains("CWWKE0036I").doesNotContain("CWWKE0109W");

      portal.start();
      portal.kill();
      portal.start();

      assertThat(portal.isRunning()).isTrue();
      assertThat(portal.dataFolder()).isDirectoryContaining("glob:**/db");
    }
  }
}
