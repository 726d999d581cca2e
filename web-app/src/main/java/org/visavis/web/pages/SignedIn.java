package org.visavis.web.pages;

/**
 * Who is signed in.
 *
 * @param name the name to display
 * @param employee whether the workspace is open to this account
 * @param admin whether the administration is open to this account
 */
public record SignedIn(String name, boolean employee, boolean admin) {}
