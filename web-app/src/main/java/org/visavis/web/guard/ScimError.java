package org.visavis.web.guard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.visavis.web.pages.Json;

/**
 * What went wrong, for a client of SCIM (RFC 7644, section 3.12). Never carries a secret.
 * Immutable.
 *
 * @param status the HTTP status
 * @param type what is wrong, as the RFC names it; empty where it has no name
 * @param detail what to do about it, or what is wrong; may be empty
 */
public record ScimError(int status, String type, String detail) {

  /** The media type of all that is sent to clients of SCIM. */
  public static final String MEDIA_TYPE = "application/scim+json";

  /** Answers what is to be said about a problem. */
  static ScimError of(Problem problem) {
    String detail = problem.detail().isEmpty() ? problem.title() : problem.detail();
    return new ScimError(problem.status(), "", detail);
  }

  /** Answers the document. */
  public String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:Error"));
    json.put("status", Integer.toString(status));
    if (!type.isEmpty()) {
      json.put("scimType", type);
    }
    if (!detail.isEmpty()) {
      json.put("detail", detail);
    }
    return Json.of(json);
  }
}
