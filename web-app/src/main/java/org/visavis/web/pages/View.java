package org.visavis.web.pages;

/** What one kind of page shows. Each view names the template that writes it. */
public interface View {

  /** The template below {@code src/main/jte}, for example {@code portal/people.jte}. */
  String template();
}
