package org.visavis.web.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.EmployeeId;
import org.visavis.web.pages.Json;
import org.visavis.web.pages.Language;

/**
 * What one client has still to be told: one slot for each person, with the last state alone, in
 * revision order. However slow the client, it never holds more than there are people. Thread-safe.
 *
 * <p>Nothing is answered before the state at the beginning has come. While the client is told a
 * whole state, no event carries an id until the one that says who is shown; so a client that loses
 * its connection half way through does not believe that it knew everything.
 */
final class Slots {

  private static final int CHUNK = 16 * 1024;

  private final Language language;
  private final Predicate<EmployeeId> wanted;

  // All guarded by this.
  private Map<EmployeeId, Rendered> slots = new LinkedHashMap<>();
  private @Nullable Set<String> everybody;
  private boolean begun;
  private long upTo;

  /**
   * Makes empty slots.
   *
   * @param wanted whether the client asked for a person who is shown
   */
  Slots(Language language, Predicate<EmployeeId> wanted) {
    this.language = language;
    this.wanted = wanted;
  }

  /**
   * Takes the state at the beginning in, beneath the changes that have come meanwhile.
   *
   * @param snapshot whether it is the whole state
   * @param revision a revision that it is not older than
   */
  synchronized void begin(Collection<Rendered> state, boolean snapshot, long revision) {
    long last = state.stream().mapToLong(Rendered::revision).max().orElse(0);
    everybody = snapshot ? new HashSet<>() : null;
    upTo = Math.max(revision, last);
    Collection<Rendered> meanwhile = slots.values();
    slots = new LinkedHashMap<>();
    state.stream().sorted(Comparator.comparingLong(Rendered::revision)).forEach(this::take);
    begun = true;
    put(meanwhile);
  }

  /** Takes changes in, in revision order. What the state at the beginning had is passed over. */
  synchronized void put(Collection<Rendered> changes) {
    for (Rendered change : changes) {
      if (change.revision() > upTo) {
        take(change);
        if (begun) {
          upTo = change.revision();
        }
      }
    }
  }

  private void take(Rendered change) {
    boolean shown = change.shown() && wanted.test(change.employee());
    if (everybody != null && shown) {
      everybody.add(change.handle());
    } else if (everybody != null) {
      everybody.remove(change.handle());
    }
    // Behind the others, where a later revision belongs.
    slots.remove(change.employee());
    if (shown || !change.shown()) {
      slots.put(change.employee(), change);
    }
  }

  /** Answers the next events as they stand in the stream; empty when there are none. */
  synchronized byte[] take() {
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    Iterator<Rendered> changes = slots.values().iterator();
    while (begun && changes.hasNext() && chunk.size() < CHUNK) {
      Rendered change = changes.next();
      changes.remove();
      chunk.writeBytes(change.in(language));
      if (everybody == null) {
        chunk.writeBytes(id(change.revision()));
      }
      chunk.write('\n');
    }
    if (begun && everybody != null && slots.isEmpty()) {
      chunk.writeBytes(shown(everybody));
      chunk.writeBytes(id(upTo));
      chunk.write('\n');
      everybody = null;
    }
    return chunk.toByteArray();
  }

  private static byte[] shown(Set<String> everybody) {
    List<String> ids = everybody.stream().sorted().toList();
    return ("event: shown\ndata: " + Json.of(ids) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] id(long revision) {
    return ("id: " + revision + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
