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
import org.visavis.directory.Portrait;
import org.visavis.directory.PortraitId;
import org.visavis.web.identity.Identity;
import org.visavis.web.identity.SignedIn;
import org.visavis.web.wiring.Transactions;

/**
 * {@code GET /portraits/{id}}: the face of somebody who is shown.
 *
 * <p>The address names the content, which never changes, yet a browser has to ask each time whether
 * it may still show it: a person who has hidden has no face from that moment on. The question costs
 * no reading of the store and an answer without a body.
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
    Optional<PortraitId> id =
        id(request.getPathInfo())
            .filter(
                portrait ->
                    faces.isShown(portrait, identity.signedIn().flatMap(SignedIn::employee)));
    if (id.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String tag = "\"" + id.get() + "\"";
    if (hasTag(request.getHeader("If-None-Match"), tag)) {
      describe(response, tag);
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    Optional<Portrait> found = transactions.call(() -> directory.findPortrait(id.get()));
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] image = found.get().bytes();
    describe(response, tag);
    response.setContentType(found.get().mediaType());
    response.setContentLength(image.length);
    response.getOutputStream().write(image);
  }

  private static Optional<PortraitId> id(@Nullable String pathInfo) {
    try {
      return Optional.ofNullable(pathInfo).map(path -> PortraitId.of(path.substring(1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static boolean hasTag(@Nullable String header, String tag) {
    return header != null && (header.contains(tag) || header.strip().equals("*"));
  }

  private static void describe(HttpServletResponse response, String tag) {
    response.setHeader("Cache-Control", "private, no-cache");
    response.setHeader("ETag", tag);
  }
}
