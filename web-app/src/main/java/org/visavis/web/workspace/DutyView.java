package org.visavis.web.workspace;

import java.time.Instant;
import java.util.List;
import org.visavis.web.pages.View;

/**
 * What a department asks of the employee, and whether he or she wants to be asked. Forms post to
 * {@code /{lang}/workspace/duty/accept} and {@code /pass} ({@code id}) and to {@code /willing}
 * ({@code willing}).
 *
 * @param willing whether the employee is asked when it is his or her turn
 * @param onDuty the employee's departments that are on duty; may be empty
 * @param asked what is asked, the earliest due first
 * @param full whether the last act failed because the limit has no room
 */
public record DutyView(boolean willing, List<String> onDuty, List<Item> asked, boolean full)
    implements View {

  /** Copies the lists. */
  public DutyView {
    onDuty = List.copyOf(onDuty);
    asked = List.copyOf(asked);
  }

  @Override
  public String template() {
    return "workspace/duty.jte";
  }

  /**
   * One request.
   *
   * @param id its id
   * @param department the department's name
   * @param customer who asks
   * @param subject what it is about
   * @param message what was written
   * @param due until when the employee may think it over
   */
  public record Item(
      String id, String department, String customer, String subject, String message, Instant due) {}
}
