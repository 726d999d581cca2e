package org.visavis.presence;

import java.util.Locale;

/** When an employee appears. */
public enum Mode {
  /** Always, whatever the workload. */
  ALWAYS,
  /** Below a workload of the own choice. */
  BY_LOAD,
  /** Not at all. */
  HIDDEN;

  /** Answers the name used in files and the API: lower case, with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Answers the one with that code, in any case.
   *
   * @throws IllegalArgumentException when there is none; the message lists those that exist
   */
  public static Mode from(String code) {
    for (Mode value : values()) {
      if (value.code().equalsIgnoreCase(code.strip())) {
        return value;
      }
    }
    throw new IllegalArgumentException("A mode is one of always, by-load, hidden");
  }
}
