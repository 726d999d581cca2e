package org.visavis.web.api;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Answers that need not be sent to somebody who has them already (RFC 9110, section 13). */
final class Cacheable {

  private Cacheable() {}

  /** Answers the value, or 304 when the asker's entity tag is the one of this value. */
  static Response answer(Request request, Object value) {
    return answer(request, ApiJson.of(value), MediaType.APPLICATION_JSON_TYPE).build();
  }

  /** Begins the answer of a text, or 304 when the asker's entity tag is the one of this text. */
  static Response.ResponseBuilder answer(Request request, String text, MediaType type) {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    EntityTag tag = new EntityTag(digest(body));
    Response.@Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    Response.ResponseBuilder answer = unchanged != null ? unchanged : Response.ok(body, type);
    return answer.tag(tag).header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }

  private static String digest(byte[] body) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
      return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
