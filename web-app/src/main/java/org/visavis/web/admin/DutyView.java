package org.visavis.web.admin;

import java.util.List;
import org.visavis.web.pages.View;

/**
 * Which departments are on duty. The form posts the id of each to {@code /{lang}/admin/duty}.
 *
 * @param departments all departments, by name
 */
public record DutyView(List<Line> departments) implements View {

  /** Copies the list. */
  public DutyView {
    departments = List.copyOf(departments);
  }

  @Override
  public String template() {
    return "admin/duty.jte";
  }

  /**
   * A department.
   *
   * @param id its id
   * @param name its name
   * @param onDuty whether it is on duty
   */
  public record Line(String id, String name, boolean onDuty) {}
}
