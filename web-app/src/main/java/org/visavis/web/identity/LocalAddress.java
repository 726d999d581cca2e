package org.visavis.web.identity;

import java.net.URI;
import java.net.URISyntaxException;
import org.visavis.web.pages.Language;

/** Tells addresses of this portal's pages from all others, so that a sign-in leads nowhere else. */
final class LocalAddress {

  private static final int MAX_LENGTH = 500;

  private LocalAddress() {}

  /**
   * Answers the address where it is the path of a page of this portal, with its query; else the
   * other one.
   */
  static String orElse(String address, String other) {
    return isPage(address) ? address : other;
  }

  static boolean isPage(String address) {
    if (address.length() > MAX_LENGTH || !address.startsWith("/") || address.contains("\\")) {
      return false;
    }
    try {
      URI uri = new URI(address);
      String path = uri.getRawPath();
      return uri.getScheme() == null
          && uri.getRawAuthority() == null
          && path != null
          && uri.normalize().getRawPath().equals(path)
          && Language.find(path.split("/", 3)[1]).isPresent();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
