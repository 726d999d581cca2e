package org.visavis.web.pages;

import java.util.Locale;

/** Why a channel is not open, for the words under its button. */
public enum ChannelNote {
  /** Nothing to add. */
  NONE,
  /** The person has taken as much as he or she wants to hold. */
  AT_LIMIT,
  /** Nobody knows what the person is doing, so live channels stay closed. */
  STATUS_UNKNOWN,
  /** The person is busy, away or in a conversation. */
  NOT_NOW,
  /** Outside the working hours. */
  OFF_DUTY,
  /** On holiday or travelling. */
  ABSENT;

  /** The word in keys, for example {@code at-limit}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
