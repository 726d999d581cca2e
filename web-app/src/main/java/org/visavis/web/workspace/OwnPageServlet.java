package org.visavis.web.workspace;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Directory;
import org.visavis.directory.Employee;
import org.visavis.presence.Presence;
import org.visavis.web.identity.Identity;
import org.visavis.web.pages.Page;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.Phrase;
import org.visavis.web.wiring.Transactions;

/** A page with forms of an employee's own. It is about whoever has signed in. */
abstract class OwnPageServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient Identity identity;
  @Inject private transient Directory directory;
  @Inject private transient Presence presence;
  @Inject private transient Transactions transactions;
  @Inject private transient Clock clock;

  @Override
  protected final void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Employee> employee = directory.find(identity.requireEmployee());
    if (employee.isPresent()) {
      get(request, response, employee.get());
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  @Override
  protected final void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Employee> employee = directory.find(identity.requireEmployee());
    if (employee.isPresent()) {
      post(request, response, employee.get());
    } else {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
  }

  abstract void get(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException;

  abstract void post(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException;

  final Identity identity() {
    return identity;
  }

  final Directory directory() {
    return directory;
  }

  final Presence presence() {
    return presence;
  }

  final Transactions transactions() {
    return transactions;
  }

  final Clock clock() {
    return clock;
  }

  /** Answers the page, saying at its top what was done, where the address says so. */
  final Page saying(HttpServletRequest request, String prefix, Set<String> all) {
    String done = field(request, "done");
    return all.contains(done) ? page(request).saying(Phrase.of(prefix + done)) : page(request);
  }

  /** Answers a field as {@link #field} does, for the forms of this package. */
  static String typed(HttpServletRequest request, String name) {
    return field(request, name);
  }

  /**
   * Answers the file that was sent with the form, if one was: no more than one byte above the most
   * that is taken, which is enough to be refused.
   *
   * @throws IllegalStateException when the form is larger than any that is taken
   */
  static Optional<byte[]> file(HttpServletRequest request, int most) throws IOException {
    try {
      @Nullable Part part = request.getPart("file");
      if (part == null || part.getSize() == 0) {
        return Optional.empty();
      }
      try (InputStream content = part.getInputStream()) {
        return Optional.of(content.readNBytes(most + 1));
      }
    } catch (ServletException notMultipart) {
      return Optional.empty();
    }
  }

  /** Answers the only segment of the address behind the servlet's own; "-" where there are more. */
  static String form(HttpServletRequest request) {
    return segment(request, 1).isEmpty() ? segment(request, 0).orElse("") : "-";
  }
}
