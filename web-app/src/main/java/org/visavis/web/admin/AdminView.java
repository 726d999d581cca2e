package org.visavis.web.admin;

import org.visavis.web.pages.View;

/**
 * The administration's first page.
 *
 * @param people how many people the directory has
 * @param departments how many departments
 * @param topics how many topics
 */
public record AdminView(long people, long departments, long topics) implements View {

  @Override
  public String template() {
    return "admin/admin.jte";
  }
}
