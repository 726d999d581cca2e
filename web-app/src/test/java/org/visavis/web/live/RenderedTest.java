package org.visavis.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.presence.Load;
import org.visavis.presence.Openness;
import org.visavis.presence.PresenceChange;
import org.visavis.presence.PublicStatus;
import org.visavis.presence.Reachability;
import org.visavis.presence.Reason;
import org.visavis.presence.Status;
import org.visavis.web.pages.Language;

class RenderedTest {

  private static final PresenceChange CHANGE =
      new PresenceChange(
          7,
          EmployeeId.of("ada"),
          new Reachability(
              true,
              new PublicStatus(Status.BUSY, Optional.empty(), Label.empty()),
              Load.FULL,
              Map.of(Channel.PHONE, Openness.LATER, Channel.MESSAGE, Openness.WAITLIST),
              List.of(new Reason.HiddenByRule()),
              Optional.empty()));

  @Test
  void aChangeIsWrittenOnceForAllWhoWatchInALanguage() {
    Rendered rendered = new Rendered(CHANGE, "ada");
    byte[] first = rendered.in(Language.DE);
    for (int watcher = 0; watcher < 10_000; watcher++) {
      assertThat(rendered.in(Language.DE)).isSameAs(first);
    }
    assertThat(rendered.in(Language.EN)).isNotSameAs(first);
  }

  @Test
  void channelsComeInTheirOrderAndReasonsDoNotComeAtAll() {
    String text = new String(new Rendered(CHANGE, "ada").in(Language.EN), StandardCharsets.UTF_8);
    assertThat(text.indexOf("message")).isPositive().isLessThan(text.indexOf("phone"));
    assertThat(text).doesNotContain("reason");
  }
}
