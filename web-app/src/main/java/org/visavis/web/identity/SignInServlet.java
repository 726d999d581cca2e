package org.visavis.web.identity;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.presence.Presence;
import org.visavis.web.guard.RateLimit;
import org.visavis.web.identity.SignInView.Problem;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.wiring.Transactions;

/** Signs people in, and leads them to where they wanted to go. */
@WebServlet(urlPatterns = {"/de/sign-in", "/en/sign-in"})
public final class SignInServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final int TOO_MANY_REQUESTS = 429;

  @Inject private transient SignIn signIn;
  @Inject private transient SignOut signOut;
  @Inject private transient SessionCookie cookie;
  @Inject private transient Instance<DemoHints> hints;
  @Inject private transient Directory directory;
  @Inject private transient Presence presence;
  @Inject private transient Transactions transactions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Problem problem = Problem.NONE;
    if (request.getParameter("signed-out") != null) {
      problem = Problem.SIGNED_OUT;
    } else if (request.getParameter("next") != null) {
      problem = Problem.NEEDED;
    }
    show(request, response, HttpServletResponse.SC_OK, problem);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String password = request.getParameter("password");
    SignIn.Outcome outcome =
        signIn.attempt(
            field(request, "user"),
            password == null ? "" : password,
            request.getRemoteAddr(),
            Tokens.Kind.SESSION,
            "");
    if (outcome instanceof SignIn.Done done) {
      signOut.end(request);
      cookie.set(response, done.token());
      done.who().employee().ifPresent(this::isBack);
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", next(request, done.who()));
    } else if (outcome instanceof SignIn.TooMany tooMany) {
      response.setHeader("Retry-After", RateLimit.retryAfter(tooMany.retryAfter()));
      show(request, response, TOO_MANY_REQUESTS, Problem.TOO_MANY);
    } else {
      response.setHeader("WWW-Authenticate", "Bearer realm=\"visavis\"");
      show(request, response, HttpServletResponse.SC_UNAUTHORIZED, Problem.WRONG);
    }
  }

  /** Whoever signs in is back. */
  private void isBack(EmployeeId employee) {
    if (directory.find(employee).isPresent()) {
      transactions.run(() -> presence.active(employee));
    }
  }

  private static String next(HttpServletRequest request, SignedIn who) {
    String own = who.is(Role.EMPLOYEE) ? "/workspace" : "/admin";
    return LocalAddress.orElse(field(request, "next"), "/" + language(request).tag() + own);
  }

  private void show(
      HttpServletRequest request, HttpServletResponse response, int status, Problem problem)
      throws IOException {
    String next = LocalAddress.orElse(field(request, "next"), "");
    List<SignInView.DemoAccount> accounts =
        hints.stream().flatMap(hint -> hint.accounts(language(request)).stream()).toList();
    String password = hints.stream().map(DemoHints::password).findFirst().orElse("");
    send(
        response,
        status,
        page(request),
        new SignInView(field(request, "user"), next, problem, accounts, password));
  }
}
