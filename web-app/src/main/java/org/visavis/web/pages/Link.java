package org.visavis.web.pages;

/**
 * A link with its words.
 *
 * @param label what is shown
 * @param href where it leads: a complete address, or one that starts with a slash
 */
public record Link(String label, String href) {}
