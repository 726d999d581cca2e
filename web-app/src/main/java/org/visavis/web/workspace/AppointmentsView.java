package org.visavis.web.workspace;

import java.util.List;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Link;
import org.visavis.web.pages.View;

/**
 * Whether and how customers can book times, and what is booked. The form posts {@code offered,
 * length, before, after, notice, horizon, most} to the page itself.
 *
 * @param hasHours whether there are working hours; without them nothing can be booked
 * @param hasChannel whether appointment is one of the employee's channels
 * @param form what is decided, or what was typed
 * @param booked the times that are booked, with customer and request
 * @param errors what to correct
 */
public record AppointmentsView(
    boolean hasHours,
    boolean hasChannel,
    AppointmentsForm form,
    List<Link> booked,
    List<FieldError> errors)
    implements View {

  /** Copies the lists. */
  public AppointmentsView {
    booked = List.copyOf(booked);
    errors = List.copyOf(errors);
  }

  @Override
  public String template() {
    return "workspace/appointments.jte";
  }
}
