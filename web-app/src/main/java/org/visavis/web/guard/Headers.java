package org.visavis.web.guard;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The headers that every answer carries; a handler may replace those about caching. */
final class Headers {

  static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
          + " font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private static final String FOR_EVER = "public, max-age=31536000, immutable";

  private Headers() {}

  /**
   * Answers the headers of a route.
   *
   * @param query the query, null for none
   * @param signedIn whether somebody has signed in
   * @param https whether the portal is reached by HTTPS from outside
   */
  static Map<String, String> of(
      Route route, @Nullable String query, boolean signedIn, boolean https) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put("Referrer-Policy", route.isSecret() ? "no-referrer" : "same-origin");
    headers.put("Cross-Origin-Opener-Policy", "same-origin");
    headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
    headers.put("Cache-Control", caching(route, query, signedIn));
    if (https) {
      headers.put("Strict-Transport-Security", "max-age=31536000");
    }
    return headers;
  }

  private static String caching(Route route, @Nullable String query, boolean signedIn) {
    if (route.isAsset()) {
      // The address of a style sheet or script has the hash of its content.
      return query != null && query.startsWith("v=") ? FOR_EVER : "public, max-age=86400";
    }
    return signedIn || route.isPersonal() ? "no-store" : "no-cache";
  }
}
