package org.visavis.web.portal;

import java.util.List;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.View;
import org.visavis.web.portal.RequestFormView.Input;

/**
 * The form in which a customer writes to a department of which nobody is shown. It posts {@code
 * key, name, email, phone, subject, message} to {@code /{lang}/departments/{id}}.
 *
 * @param id the department's id
 * @param name the department's name
 * @param input what was typed so far
 * @param errors what to correct, in the order of the fields
 * @param key makes a double submit harmless
 */
public record DepartmentView(
    String id, String name, Input input, List<FieldError> errors, String key) implements View {

  /** Copies the list. */
  public DepartmentView {
    errors = List.copyOf(errors);
  }

  @Override
  public String template() {
    return "portal/department.jte";
  }
}
