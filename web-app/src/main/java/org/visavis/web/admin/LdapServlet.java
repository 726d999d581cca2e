package org.visavis.web.admin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Basis;
import org.visavis.directory.ImportPlan;
import org.visavis.directory.exchange.LdapAccessException;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.Phrase;

/**
 * Imports people from the directory server: first what would happen, then, when the administrator
 * says so, for real. The server is read both times; what was not looked at is not done.
 */
@WebServlet(urlPatterns = {"/de/admin/import/ldap", "/en/admin/import/ldap"})
@MultipartConfig
public final class LdapServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient LdapImport ldap;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (ldap.server().isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    ImportView view = result(text(request, "basis"), text(request, "fingerprint"));
    int status = view.errors().isEmpty() ? HttpServletResponse.SC_OK : UNPROCESSABLE;
    send(response, status, page(request), view.with(LdapView.of(ldap)));
  }

  private static String text(HttpServletRequest request, String name) {
    @Nullable String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  private ImportView result(String basis, String fingerprint) {
    if (basis.length() > Basis.MAX_LENGTH) {
      Phrase tooLong = Phrase.of("error.basis-long", Basis.MAX_LENGTH);
      return ImportView.wrong(List.of(new FieldError("ldap-basis", tooLong)), basis);
    }
    Optional<Basis> stated = basis.isEmpty() ? Optional.empty() : Optional.of(Basis.stated(basis));
    String name = ldap.server().orElseThrow().host();
    try {
      if (fingerprint.isEmpty()) {
        return Reports.ldap(name, ldap.plan(stated), true, basis);
      }
      Optional<ImportPlan> done = ldap.apply(stated, Optional.of(fingerprint));
      return done.map(plan -> Reports.ldap(name, plan, false, basis))
          .orElseGet(
              () -> {
                ImportView anew = Reports.ldap(name, ldap.plan(stated), true, basis);
                FieldError outdated = FieldError.of("ldap", "error.plan-outdated");
                return new ImportView(anew.report(), basis, List.of(outdated), Optional.empty());
              });
    } catch (LdapAccessException e) {
      String reason = String.valueOf(e.getMessage());
      return ImportView.wrong(
          List.of(new FieldError("ldap", Phrase.of("error.ldap", reason))), basis);
    }
  }
}
