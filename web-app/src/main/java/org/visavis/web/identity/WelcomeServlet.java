package org.visavis.web.identity;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.directory.EmployeeId;
import org.visavis.web.guard.RateLimit;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.Phrase;

/**
 * Where accounts begin: the first administrator's with the code from the console, an employee's
 * with the link that an administrator has handed over. Whoever has neither finds no more here than
 * at an address that does not exist.
 */
@WebServlet(urlPatterns = {"/de/welcome/*", "/en/welcome/*"})
public final class WelcomeServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final int TOO_MANY_REQUESTS = 429;

  /** All who try codes from one address share the tries of one name. */
  private static final String TRIES = "welcome";

  @Inject private transient Invitations invitations;
  @Inject private transient Directory directory;
  @Inject private transient Tokens tokens;
  @Inject private transient SignOut signOut;
  @Inject private transient Throttle throttle;
  @Inject private transient SessionCookie cookie;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<WelcomeView> view = view(request, List.of());
    if (view.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      send(response, HttpServletResponse.SC_OK, page(request), view.get());
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String key = TRIES + " " + request.getRemoteAddr();
    Duration wait = throttle.count(key, request.getRemoteAddr());
    if (!wait.isZero()) {
      response.setHeader("Retry-After", RateLimit.retryAfter(wait));
      response.sendError(TOO_MANY_REQUESTS);
      return;
    }
    List<FieldError> errors = errors(request);
    Optional<Account> account = errors.isEmpty() ? accept(request) : Optional.empty();
    if (account.isPresent()) {
      throttle.succeeded(key, request.getRemoteAddr());
      signIn(request, response, account.get());
      return;
    }
    if (errors.isEmpty()) {
      errors.add(FieldError.of("code", "welcome.code.wrong"));
    }
    Optional<WelcomeView> view = view(request, errors);
    if (view.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      send(response, UNPROCESSABLE, page(request), view.get());
    }
  }

  private Optional<WelcomeView> view(HttpServletRequest request, List<FieldError> errors) {
    Optional<Secret> code = segment(request, 0).map(Secret::new);
    if (code.isEmpty()) {
      return Optional.of(
          new WelcomeView(true, "", field(request, "code"), field(request, "user"), errors));
    }
    return invitations
        .findInvited(code.get())
        .map(id -> new WelcomeView(false, name(id), "", id.value(), errors));
  }

  private List<FieldError> errors(HttpServletRequest request) {
    List<FieldError> errors = new ArrayList<>();
    boolean administrator = segment(request, 0).isEmpty();
    if (administrator && !isFreeName(field(request, "user"))) {
      errors.add(FieldError.of("user", "welcome.user.wrong"));
    }
    if (!Passwords.isLongEnough(password(request))) {
      errors.add(
          new FieldError("password", Phrase.of("welcome.password.wrong", Passwords.MIN_LENGTH)));
    }
    return errors;
  }

  /** Names of people in the directory are theirs. */
  private boolean isFreeName(String typed) {
    try {
      return directory.find(EmployeeId.of(AccountName.from(typed).value())).isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private Optional<Account> accept(HttpServletRequest request) {
    return segment(request, 0)
        .map(code -> invitations.accept(new Secret(code), password(request)))
        .orElseGet(
            () ->
                invitations.acceptAdministrator(
                    Secret.typed(field(request, "code")),
                    AccountName.from(field(request, "user")),
                    password(request)));
  }

  private void signIn(HttpServletRequest request, HttpServletResponse response, Account account) {
    signOut.end(request);
    cookie.set(response, tokens.issue(account.name(), Tokens.Kind.SESSION, ""));
    seeOther(request, response, account.employee().isPresent() ? "/workspace" : "/admin");
  }

  private String name(EmployeeId id) {
    return directory.find(id).map(Employee::displayName).orElse("");
  }

  private static String password(HttpServletRequest request) {
    String password = request.getParameter("password");
    return password == null ? "" : password;
  }
}
