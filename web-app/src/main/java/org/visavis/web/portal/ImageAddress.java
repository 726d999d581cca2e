package org.visavis.web.portal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.PortraitId;
import org.visavis.directory.PortraitImage;

/**
 * Which portrait an address asks for, and in which size: {@code /ID/SIDE}. Immutable.
 *
 * @param portrait the portrait
 * @param side the wanted side in pixels, 1 to 9999
 */
record ImageAddress(PortraitId portrait, int side) {

  private static final Pattern FORM = Pattern.compile("/([0-9a-f]{64})/([1-9][0-9]{0,3})");

  /** Answers what the end of an address asks for; nothing where it has another form. */
  static Optional<ImageAddress> find(@Nullable String path) {
    Matcher address = FORM.matcher(path == null ? "" : path);
    return address.matches()
        ? Optional.of(
            new ImageAddress(PortraitId.of(address.group(1)), Integer.parseInt(address.group(2))))
        : Optional.empty();
  }

  /** Answers a request with an image; how long it may be kept is the caller's to say. */
  static void send(HttpServletResponse response, PortraitImage image) throws IOException {
    byte[] bytes = image.bytes();
    response.setContentType(image.mediaType());
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
