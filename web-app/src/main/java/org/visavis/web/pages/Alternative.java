package org.visavis.web.pages;

import java.util.List;

/**
 * A colleague a customer may choose instead, and why he or she fits.
 *
 * @param person the colleague
 * @param reasons why, each a complete short sentence or phrase, the strongest first
 */
public record Alternative(PersonCard person, List<Phrase> reasons) {

  /** Copies the reasons. */
  public Alternative {
    reasons = List.copyOf(reasons);
  }
}
