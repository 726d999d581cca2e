package org.visavis.web.api;

import java.util.function.Supplier;

/** Turns what a core says about a value into what is wrong with a field. */
final class Checked {

  private Checked() {}

  /**
   * Answers what the action answers.
   *
   * @throws ProblemException when it refuses the value; nothing was changed then
   */
  static <T> T field(String field, Supplier<T> action) {
    try {
      return action.get();
    } catch (IllegalArgumentException e) {
      throw ProblemException.field(field, String.valueOf(e.getMessage()));
    }
  }

  /**
   * Runs the action.
   *
   * @throws ProblemException when it refuses the value; nothing was changed then
   */
  static void run(String field, Runnable action) {
    field(
        field,
        () -> {
          action.run();
          return field;
        });
  }
}
