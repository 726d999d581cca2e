package org.visavis.web.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.Reader;

/**
 * Who is asking, in the current request: inject it wherever the answer depends on the person. Not
 * usable outside a request.
 */
@RequestScoped
public class Identity implements Reader {

  @Inject private HttpServletRequest request;
  @Inject private Directory directory;

  /** Answers who has signed in, if anybody has. */
  public Optional<SignedIn> signedIn() {
    return find(request);
  }

  /**
   * Answers who has signed in.
   *
   * @throws NotSignedInException when nobody has
   */
  public SignedIn require() {
    return signedIn().orElseThrow(() -> new NotSignedInException("Nobody has signed in"));
  }

  /**
   * Answers the employee who has signed in.
   *
   * @throws NotSignedInException when nobody has, or an account that is no employee's
   */
  public EmployeeId requireEmployee() {
    return require()
        .employee()
        .orElseThrow(() -> new NotSignedInException("The account belongs to no employee"));
  }

  /**
   * Names the browser that is asking among the person's other devices, in 64 characters at most;
   * the name tells nothing of the secret in its cookie. Empty for a program.
   */
  public Optional<String> browser() {
    return SessionCookie.find(request).map(Identity::browser);
  }

  static String browser(Secret token) {
    return "browser-" + token.digest().substring(0, 32);
  }

  @Override
  public Page on(Page page) {
    return signedIn().map(somebody -> page.forUser(shown(somebody))).orElse(page);
  }

  private org.visavis.web.pages.SignedIn shown(SignedIn somebody) {
    String name =
        somebody
            .employee()
            .flatMap(directory::find)
            .map(Employee::displayName)
            .orElse(somebody.account());
    return new org.visavis.web.pages.SignedIn(
        name, somebody.is(Role.EMPLOYEE), somebody.is(Role.ADMIN));
  }

  static Optional<SignedIn> find(HttpServletRequest request) {
    return Optional.ofNullable((SignedIn) request.getAttribute(SignedIn.class.getName()));
  }

  static void remember(HttpServletRequest request, SignedIn somebody) {
    request.setAttribute(SignedIn.class.getName(), somebody);
  }
}
