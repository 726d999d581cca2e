package org.visavis.web.pages;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.visavis.routing.Promise;

/**
 * Until when an answer is promised. Immutable.
 *
 * @param by until when; empty while it is the customer's turn, and the time stands still
 * @param late whether that is over
 */
public record Due(Optional<Instant> by, boolean late) {

  /** Checks that nothing is missing. */
  public Due {
    Objects.requireNonNull(by, "by");
  }

  /** Answers what is promised, as it stands at a time. */
  public static Due of(Promise promise, Instant now) {
    return new Due(promise.due(), promise.due().filter(due -> !now.isBefore(due)).isPresent());
  }

  /** Answers how it stands, as in the API. */
  public String standing() {
    if (by.isEmpty()) {
      return "paused";
    }
    return late ? "overdue" : "running";
  }

  /** Answers it in words; the key says for whom. */
  public Phrase words(String key) {
    return by.map(until -> Phrase.of(key + "." + standing(), until))
        .orElseGet(() -> Phrase.of(key + "." + standing()));
  }
}
