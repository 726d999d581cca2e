package org.visavis.web.portal;

import java.util.List;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.pages.View;
import org.visavis.web.portal.RequestFormView.Input;

/**
 * The form with which a customer books the chosen time. It posts {@code key, slot, zone, name,
 * email, subject, message} to {@code /{lang}/appointments/{person}}.
 *
 * @param person the chosen person
 * @param zone the customer's zone
 * @param slot the start of the chosen time, an instant in UTC; empty where it is gone
 * @param when the chosen time in words
 * @param others other times to choose where it is gone
 * @param input what was typed so far
 * @param errors what to correct, in the order of the fields
 * @param key makes a double submit harmless
 */
public record AppointmentFormView(
    PersonCard person,
    String zone,
    String slot,
    String when,
    List<TimesView.Time> others,
    Input input,
    List<FieldError> errors,
    String key)
    implements View {

  /** Copies the lists. */
  public AppointmentFormView {
    others = List.copyOf(others);
    errors = List.copyOf(errors);
  }

  @Override
  public String template() {
    return "portal/appointment.jte";
  }
}
