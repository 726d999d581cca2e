package org.visavis.web.portal;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.PortraitImage;
import org.visavis.web.identity.Identity;
import org.visavis.web.identity.SignedIn;
import org.visavis.web.wiring.Transactions;

/**
 * {@code GET /portraits/{id}/{side}}: the face of somebody who is shown, in the size that serves
 * that side.
 *
 * <p>The address names the content, so a browser may keep what it got for ever and never asks
 * again. Nobody between may keep it: whoever asks for the first time asks here, and from the moment
 * on when the person hides or withdraws the picture, the address is that of nobody. A browser that
 * has the picture already has no page any more that refers to it.
 */
@WebServlet("/portraits/*")
public final class PortraitServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Inject private transient Faces faces;
  @Inject private transient Directory directory;
  @Inject private transient Transactions transactions;
  @Inject private transient Identity identity;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<PortraitImage> found = find(request.getPathInfo());
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setHeader("Cache-Control", "private, max-age=31536000, immutable");
    ImageAddress.send(response, found.get());
  }

  private Optional<PortraitImage> find(@Nullable String path) {
    Optional<EmployeeId> reader = identity.signedIn().flatMap(SignedIn::employee);
    return ImageAddress.find(path)
        .filter(address -> faces.isShown(address.portrait(), reader))
        .flatMap(
            address ->
                transactions.call(
                    () -> directory.findPortrait(address.portrait(), address.side())));
  }
}
