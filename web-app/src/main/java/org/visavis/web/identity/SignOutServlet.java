package org.visavis.web.identity;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.Serial;
import org.visavis.web.pages.PageServlet;

/** Signs people out: their token ends, not only their cookie. */
@WebServlet(urlPatterns = {"/de/sign-out", "/en/sign-out"})
public final class SignOutServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient SignOut signOut;
  @Inject private transient SessionCookie cookie;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    signOut.end(request);
    cookie.remove(response);
    seeOther(request, response, "/sign-in?signed-out=");
  }
}
