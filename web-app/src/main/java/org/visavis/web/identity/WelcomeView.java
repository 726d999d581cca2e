package org.visavis.web.identity;

import java.util.List;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.View;

/**
 * The page on which an account begins. It posts {@code password}, and for the first administrator
 * {@code code} and {@code user}, to its own address.
 *
 * @param administrator whether it is the first administrator's
 * @param name who is greeted; empty for the administrator
 * @param code the code typed so far
 * @param user the name typed so far, or the one that the account will have
 * @param errors what is wrong with the fields
 */
public record WelcomeView(
    boolean administrator, String name, String code, String user, List<FieldError> errors)
    implements View {

  /** Copies the list. */
  public WelcomeView {
    errors = List.copyOf(errors);
  }

  @Override
  public String template() {
    return "identity/welcome.jte";
  }
}
