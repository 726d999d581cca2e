package org.visavis.web.pages;

/** Whoever reads the page of the current request; identity knows. */
@FunctionalInterface
public interface Reader {

  /**
   * Answers the page as it is for the reader: with the own name and menus where somebody has signed
   * in.
   */
  Page on(Page page);
}
