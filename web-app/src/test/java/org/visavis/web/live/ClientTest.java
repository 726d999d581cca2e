package org.visavis.web.live;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;
import org.visavis.presence.Load;
import org.visavis.presence.PresenceChange;
import org.visavis.presence.PublicStatus;
import org.visavis.presence.Reachability;
import org.visavis.presence.Status;
import org.visavis.web.pages.Language;

class ClientTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Connection connection = new Connection();
  private final List<String> said = new ArrayList<>();
  private final Slots slots = new Slots(Language.EN, employee -> true);
  private final Client client =
      new Client(context(), connection, NOW, slots, closed -> said.add("closed"));

  @Test
  void nothingIsWrittenBeforeTheConnectionTakesBytes() {
    slots.begin(List.of(change(1)), true, 1);
    client.pump();

    assertThat(connection.written()).isEmpty();

    client.onWritePossible();

    assertThat(connection.written()).startsWith("retry: ").contains("change 1").endsWith("\n\n");
  }

  @Test
  void aConnectionThatTakesNothingIsNotWrittenToAndGetsTheLastStateLater() {
    slots.begin(List.of(), false, 0);
    client.onWritePossible();
    connection.ready = false;
    for (int i = 1; i <= 10_000; i++) {
      slots.put(List.of(change(i)));
      client.pump();
    }
    assertThat(connection.written()).doesNotContain("change");

    connection.ready = true;
    client.onWritePossible();

    assertThat(connection.written().split("event: ", -1)).hasSize(2);
    assertThat(connection.written()).contains("change 10000");
  }

  @Test
  void whatIsWrittenIsFlushed() {
    slots.begin(List.of(change(1)), true, 1);

    client.onWritePossible();

    assertThat(connection.flushed).isEqualTo(connection.written().length());
  }

  @Test
  void aHeartbeatIsAComment() {
    slots.begin(List.of(), false, 0);
    client.onWritePossible();

    client.heartbeat(NOW.plusSeconds(15), PATIENCE);

    assertThat(connection.written()).endsWith("\n\n:\n\n");
  }

  @Test
  void aClientThatTakesNothingForAMinuteIsLeft() {
    client.onWritePossible();
    connection.ready = false;
    slots.begin(List.of(change(1)), true, 1);
    client.pump();

    client.heartbeat(NOW.plusSeconds(59), PATIENCE);
    assertThat(said).isEmpty();
    client.heartbeat(NOW.plusSeconds(61), PATIENCE);

    assertThat(said).containsExactly("closed", "completed");
  }

  @Test
  void aConnectionThatHasGoneIsLeftOnce() {
    slots.begin(List.of(change(1)), true, 1);
    connection.gone = true;

    client.onWritePossible();
    client.onError(new IOException("gone"));
    client.close();

    assertThat(said).containsExactly("closed", "completed");
  }

  private static Rendered change(long revision) {
    PublicStatus status =
        new PublicStatus(Status.BUSY, Optional.empty(), Label.of("change " + revision));
    return new Rendered(
        new PresenceChange(
            revision,
            EmployeeId.of("ada"),
            new Reachability(true, status, Load.FREE, Map.of(), List.of(), Optional.empty())),
        "ada");
  }

  private AsyncContext context() {
    return (AsyncContext)
        Proxy.newProxyInstance(
            AsyncContext.class.getClassLoader(),
            new Class<?>[] {AsyncContext.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("complete")) {
                said.add("completed");
              }
              return null;
            });
  }

  /** A connection whose other side reads or does not. */
  private static final class Connection extends ServletOutputStream {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean ready = true;
    private boolean gone;
    private int flushed;

    String written() {
      return bytes.toString(StandardCharsets.UTF_8);
    }

    @Override
    public boolean isReady() {
      return ready;
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      throw new UnsupportedOperationException("These tests say themselves when it is possible");
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b});
    }

    @Override
    public void write(byte[] b) throws IOException {
      if (!ready) {
        throw new IllegalStateException("This would block");
      }
      if (gone) {
        throw new IOException("gone");
      }
      bytes.write(b);
    }

    @Override
    public void flush() {
      flushed = bytes.size();
    }
  }
}
