package org.visavis.web.api;

import java.io.Serial;
import org.visavis.web.guard.ScimError;

/** Ends a request of a SCIM client with an error. Thrown before anything was changed. */
final class ScimRefusal extends RuntimeException {

  @Serial private static final long serialVersionUID = 1L;

  private static final int MAX_DETAIL = 200;

  private final transient ScimError error;

  ScimRefusal(int status, String type, String detail) {
    super(detail);
    String said = detail.length() > MAX_DETAIL ? detail.substring(0, MAX_DETAIL) + "…" : detail;
    this.error = new ScimError(status, type, said);
  }

  static ScimRefusal notFound(String id) {
    return new ScimRefusal(404, "", "There is no resource " + id);
  }

  static ScimRefusal taken(String what) {
    return new ScimRefusal(409, "uniqueness", what);
  }

  static ScimRefusal value(String detail) {
    return new ScimRefusal(400, "invalidValue", detail);
  }

  ScimError error() {
    return error;
  }
}
