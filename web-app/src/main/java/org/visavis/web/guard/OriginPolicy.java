package org.visavis.web.guard;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides whether a request that changes something comes from a page of this portal, so that no
 * other site can act in the name of somebody who has signed in. Browsers say where a request comes
 * from; programs say nothing and carry no cookies of others.
 */
final class OriginPolicy {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private OriginPolicy() {}

  /**
   * Answers whether the request is let through.
   *
   * @param method the HTTP method
   * @param site the header {@code Sec-Fetch-Site} (W3C Fetch Metadata)
   * @param origin the header {@code Origin}
   * @param host the authority to which the request was sent
   * @param secret whether the request carries the cookie of somebody who has signed in
   */
  static boolean permits(
      String method,
      Optional<String> site,
      Optional<String> origin,
      Optional<String> host,
      boolean secret) {
    if (SAFE.contains(method)) {
      return true;
    }
    if (site.isPresent()) {
      return OWN_SITES.contains(site.get());
    }
    if (origin.isEmpty()) {
      return true;
    }
    if (origin.get().equals("null")) {
      // A browser hides the origin of a page whose address is a secret: the customer's own.
      return !secret;
    }
    return host.isPresent() && authority(origin.get()).equals(withoutDefaultPort(host.get()));
  }

  private static String authority(String origin) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : withoutDefaultPort(authority);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private static String withoutDefaultPort(String authority) {
    return authority.toLowerCase(Locale.ROOT).replaceFirst(":(80|443)$", "");
  }
}
