package org.visavis.web.workspace;

import java.util.List;
import java.util.OptionalInt;
import org.visavis.presence.Guardrails;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;

/**
 * The limit as it was typed. Immutable.
 *
 * @param limit a number of points
 */
public record LimitForm(String limit) {

  /** Answers what is wrong. */
  List<FieldError> errors(Guardrails guardrails) {
    OptionalInt points = Numbers.read(limit);
    boolean right =
        points.isPresent()
            && points.getAsInt() >= guardrails.smallest()
            && points.getAsInt() <= guardrails.largest();
    return right
        ? List.of()
        : List.of(
            new FieldError(
                "limit", Phrase.of("error.limit", guardrails.smallest(), guardrails.largest())));
  }

  /**
   * Answers the limit to set.
   *
   * @throws java.util.NoSuchElementException when it is no number
   */
  int points() {
    return Numbers.read(limit).orElseThrow();
  }
}
