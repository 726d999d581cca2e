package org.visavis.web.identity;

import java.util.List;
import org.visavis.web.pages.View;

/**
 * The sign-in page. It posts {@code user, password, next} to {@code /{lang}/sign-in}.
 *
 * @param user the name typed so far
 * @param next where to go afterwards, an address of this portal or an empty string
 * @param problem why the page is shown again
 * @param demoAccounts accounts to try in the demo; empty otherwise
 * @param demoPassword the password of all demo accounts, or an empty string
 */
public record SignInView(
    String user, String next, Problem problem, List<DemoAccount> demoAccounts, String demoPassword)
    implements View {

  /** Copies the list. */
  public SignInView {
    demoAccounts = List.copyOf(demoAccounts);
  }

  @Override
  public String template() {
    return "identity/sign-in.jte";
  }

  /** Why the page is shown. */
  public enum Problem {
    /** Somebody came by him- or herself. */
    NONE,
    /** Name or password does not fit. */
    WRONG,
    /** Too many tries; a pause is needed. */
    TOO_MANY,
    /** The page asked for needs a sign-in. */
    NEEDED,
    /** Somebody has just signed out. */
    SIGNED_OUT
  }

  /**
   * An account of the demo.
   *
   * @param user the sign-in name
   * @param name the name to display
   * @param title what the person is
   */
  public record DemoAccount(String user, String name, String title) {}
}
