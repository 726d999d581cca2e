package org.visavis.web.pages;

/**
 * What is wrong with one field of a form, and what to do about it.
 *
 * @param field the name of the field, which is also its {@code id} on the page
 * @param message what to do, for example {@code error.email}
 */
public record FieldError(String field, Phrase message) {

  /** An error whose text has no gaps. */
  public static FieldError of(String field, String key) {
    return new FieldError(field, Phrase.of(key));
  }
}
