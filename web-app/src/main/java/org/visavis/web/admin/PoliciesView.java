package org.visavis.web.admin;

import java.util.List;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.View;

/**
 * How soon departments are to answer. The form posts the hours of each to {@code
 * /{lang}/admin/policies}.
 *
 * @param departments all departments, by name
 * @param errors what to correct
 */
public record PoliciesView(List<Line> departments, List<FieldError> errors) implements View {

  /** Copies the lists. */
  public PoliciesView {
    departments = List.copyOf(departments);
    errors = List.copyOf(errors);
  }

  @Override
  public String template() {
    return "admin/policies.jte";
  }

  /**
   * A department.
   *
   * @param field the name of its field
   * @param name its name
   * @param hours what is typed there; empty where it has no target of its own
   */
  public record Line(String field, String name, String hours) {}
}
