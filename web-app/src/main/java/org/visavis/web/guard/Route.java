package org.visavis.web.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.visavis.web.pages.Language;

/**
 * What a path is for, as far as all routes are concerned: in which language it answers, whether it
 * is a page or the API, whether its address or its content is a secret. Immutable.
 *
 * @param path the path as the server matched it, decoded, without its query
 */
public record Route(String path) {

  private static final Set<String> PERSONAL_PAGES =
      Set.of(
          "workspace",
          "admin",
          "sign-in",
          "sign-out",
          "welcome",
          "request",
          "requests",
          "waitlist",
          "appointments",
          "demo");
  private static final Set<String> SECRET_PAGES =
      Set.of("request", "requests", "waitlist", "welcome");
  private static final List<String> PERSONAL_API =
      List.of("me", "admin", "tokens", "leases", "requests");

  /** Answers the route of a request; of the original one where this is a forward. */
  public static Route of(HttpServletRequest request) {
    String info = request.getPathInfo();
    return new Route(request.getServletPath() + (info == null ? "" : info));
  }

  /** Answers the language of the address, if it has one. */
  public Optional<Language> language() {
    return Language.find(segment(0));
  }

  /** Answers the first segment after the language; empty where there is none. */
  public String page() {
    return language().isPresent() ? segment(1) : "";
  }

  /** Answers whether programs are answered here, not people. */
  public boolean isApi() {
    return segment(0).equals("api") || isScim();
  }

  /** Answers whether identity providers are answered here. */
  boolean isScim() {
    return segment(0).equals("scim");
  }

  /** Answers whether the answers concern one person, so that no cache may keep them. */
  boolean isPersonal() {
    return PERSONAL_PAGES.contains(page())
        || isScim()
        || (isApi() && PERSONAL_API.contains(segment(2)));
  }

  /** Answers whether whoever knows the address may open it, so that it must not be passed on. */
  boolean isSecret() {
    return SECRET_PAGES.contains(page()) || (isApi() && segment(2).equals("requests"));
  }

  boolean isAsset() {
    return segment(0).equals("assets");
  }

  boolean isUpload() {
    return page().equals("admin")
        || isScim()
        || (isApi() && segment(2).equals("admin"))
        || isOwnFile();
  }

  /** Answers whether an employee sends the own portrait or calendar here. */
  private boolean isOwnFile() {
    return (page().equals("workspace")
            && (segment(3).equals("portrait") || segment(3).equals("calendars")))
        || (isApi()
            && segment(2).equals("me")
            && (segment(3).equals("portrait")
                || (segment(3).equals("calendars") && segment(5).equals("file"))));
  }

  /** Answers the segment at that position, from 0; empty where there is none. */
  String segment(int index) {
    String[] segments = path.split("/", -1);
    return index + 1 < segments.length ? segments[index + 1] : "";
  }
}
