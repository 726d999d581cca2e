package org.visavis.web.workspace;

import java.util.OptionalInt;

/** Reads whole numbers as people type them. */
final class Numbers {

  private Numbers() {}

  /** Answers the number; empty where there is none, or one that no field could mean. */
  static OptionalInt read(String typed) {
    return typed.matches("[0-9]{1,6}")
        ? OptionalInt.of(Integer.parseInt(typed))
        : OptionalInt.empty();
  }
}
