package org.visavis.web.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Somebody with a browser that has cookies and nothing else: it follows no redirect by itself. Used
 * by one thread.
 */
public final class Visitor {

  private final PortalServer portal;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  private Visitor(PortalServer portal) {
    this.portal = portal;
  }

  /** A visitor of that portal who has not been there before. */
  public static Visitor of(PortalServer portal) {
    return new Visitor(portal);
  }

  /** Opens a page; the headers come in pairs of name and value. */
  public HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(portal.uri(path));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Opens what a page shows that is no text. */
  public HttpResponse<byte[]> download(String path) {
    try {
      return client.send(
          HttpRequest.newBuilder(portal.uri(path)).build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Sends a form. */
  public HttpResponse<String> post(String path, Map<String, String> form) {
    String body =
        form.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(portal.uri(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Tries to sign in, and answers the status: 303 when it went well, 401 when it did not. */
  public int signIn(String user, String password) {
    return post("/en/sign-in", Map.of("user", user, "password", password)).statusCode();
  }

  /** The path to which an answer leads, with its query. */
  public static String location(HttpResponse<?> answer) {
    URI to = URI.create(answer.headers().firstValue("Location").orElseThrow());
    return to.getRawQuery() == null ? to.getRawPath() : to.getRawPath() + "?" + to.getRawQuery();
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException("interrupted", e);
  }
}
