package org.visavis.web.live;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * One open stream. Writes only while the connection takes bytes, so that nobody ever waits for it:
 * what cannot be written now stays in its slots. Thread-safe.
 */
final class Client implements WriteListener, AsyncListener {

  private static final byte[] GREETING = "retry: 3000\n\n".getBytes(StandardCharsets.UTF_8);
  private static final byte[] HEARTBEAT = ":\n\n".getBytes(StandardCharsets.UTF_8);

  private final AsyncContext context;
  private final ServletOutputStream out;
  private final Slots slots;
  private final Consumer<Client> whenClosed;
  private final AtomicBoolean closed = new AtomicBoolean();

  /** How many have asked for a turn at writing since nobody was writing. */
  private final AtomicInteger turns = new AtomicInteger();

  /** Whether the connection takes bytes; false until the server says so. */
  private volatile boolean writable;

  private volatile boolean heartbeatDue;
  private volatile Instant lastWritten;

  // Used by the one thread that writes.
  private boolean greeted;
  private boolean unflushed;

  /**
   * Makes a client that is not told anything before {@link #open}.
   *
   * @param whenClosed is told once, when the stream has ended
   */
  Client(
      AsyncContext context,
      ServletOutputStream out,
      Instant now,
      Slots slots,
      Consumer<Client> whenClosed) {
    this.context = context;
    this.out = out;
    this.slots = slots;
    this.lastWritten = now;
    this.whenClosed = whenClosed;
  }

  /** Lets the server call when the connection takes bytes. */
  void open() {
    context.addListener(this);
    out.setWriteListener(this);
  }

  Slots slots() {
    return slots;
  }

  /**
   * Writes what there is, as far as the connection takes it. Never waits: whoever finds another
   * thread writing leaves the turn to it. No lock is held while the server is called, because the
   * server calls back with its own locks held.
   */
  void pump() {
    if (turns.getAndIncrement() > 0) {
      return;
    }
    int seen = 1;
    do {
      if (writable && !closed.get()) {
        write();
      }
      seen = turns.addAndGet(-seen);
    } while (seen > 0);
  }

  private void write() {
    try {
      while (out.isReady()) {
        byte[] next = next();
        if (next.length > 0) {
          out.write(next);
          unflushed = true;
        } else if (unflushed) {
          out.flush();
          unflushed = false;
        } else {
          return;
        }
      }
      // The server calls when the connection takes bytes again.
      writable = false;
    } catch (IOException | RuntimeException e) {
      // The other side has gone; there is nobody to tell.
      close();
    }
  }

  private byte[] next() {
    if (!greeted) {
      greeted = true;
      return GREETING;
    }
    byte[] events = slots.take();
    if (events.length == 0 && heartbeatDue) {
      heartbeatDue = false;
      return HEARTBEAT;
    }
    return events;
  }

  /**
   * Says that the stream is alive, so that a dead connection shows; ends one that has taken nothing
   * for too long.
   */
  void heartbeat(Instant now, Duration patience) {
    if (writable) {
      lastWritten = now;
      heartbeatDue = true;
      pump();
    } else if (Duration.between(lastWritten, now).compareTo(patience) > 0) {
      close();
    }
  }

  /** Ends the stream. Idempotent. */
  void close() {
    if (closed.compareAndSet(false, true)) {
      whenClosed.accept(this);
      try {
        context.complete();
      } catch (IllegalStateException e) {
        // The server has ended it already.
      }
    }
  }

  @Override
  public void onWritePossible() {
    writable = true;
    pump();
  }

  @Override
  public void onError(Throwable cause) {
    close();
  }

  @Override
  public void onComplete(AsyncEvent event) {
    close();
  }

  @Override
  public void onTimeout(AsyncEvent event) {
    close();
  }

  @Override
  public void onError(AsyncEvent event) {
    close();
  }

  @Override
  public void onStartAsync(AsyncEvent event) {
    // It is never started twice.
  }
}
