package org.visavis.web.mail;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.pages.View;
import org.visavis.web.wiring.Settings;

/**
 * The demo's mail box: what would have been sent if there were a mail server. Anybody may read it,
 * because everything in the demonstration is made up; elsewhere it does not exist.
 */
@WebServlet(urlPatterns = {"/de/demo/mail/*", "/en/demo/mail/*"})
public final class DemoMailServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final int MOST_LISTED = 100;

  @Inject private transient Settings settings;
  @Inject private transient Outbox outbox;

  @Inject
  @ConfigProperty(name = "VISAVIS_SMTP_FROM", defaultValue = "visavis@localhost")
  private transient String from;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<View> view = settings.demo() ? view(request) : Optional.empty();
    if (view.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    } else {
      send(response, HttpServletResponse.SC_OK, page(request), view.get());
    }
  }

  private Optional<View> view(HttpServletRequest request) {
    if (segment(request, 1).isPresent()) {
      return Optional.empty();
    }
    Optional<String> id = segment(request, 0);
    if (id.isEmpty()) {
      return Optional.of(
          new MailListView(
              outbox.newest(MailState.KEPT, MOST_LISTED).stream()
                  .map(
                      mail ->
                          new MailListView.Line(
                              mail.id(), mail.toAddress(), mail.subject(), mail.writtenAt()))
                  .toList()));
    }
    return outbox
        .find(id.get(), MailState.KEPT)
        .map(
            mail ->
                new MailView(
                    settings.organisation() + " <" + from + ">",
                    mail.toName().isEmpty()
                        ? mail.toAddress()
                        : mail.toName() + " <" + mail.toAddress() + ">",
                    mail.subject(),
                    mail.writtenAt(),
                    mail.text()));
  }
}
