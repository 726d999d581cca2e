package org.visavis.web.testing;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Speaks to the API of a portal, for itself or in the name of an account. Thread-safe. */
public final class ApiClient {

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final PortalServer portal;
  private final List<String> headers;

  private ApiClient(PortalServer portal, List<String> headers) {
    this.portal = portal;
    this.headers = List.copyOf(headers);
  }

  /** A client that has not signed in. */
  public static ApiClient of(PortalServer portal) {
    return new ApiClient(portal, List.of());
  }

  /** A client that has signed in as somebody of the demo. */
  public static ApiClient of(PortalServer portal, String account) {
    JsonObject credentials = new JsonObject();
    credentials.addProperty("user", account);
    credentials.addProperty("password", "people-first");
    ApiClient anybody = of(portal);
    Answer answer = anybody.post("/tokens", credentials.toString());
    if (answer.status() != 201) {
      throw new IllegalStateException("cannot sign in as " + account + ": " + answer);
    }
    return anybody.with("Authorization", "Bearer " + answer.json().get("token").getAsString());
  }

  /** What whoever has signed in shows to the API. */
  public String bearer() {
    return headers.get(headers.indexOf("Authorization") + 1).substring("Bearer ".length());
  }

  /** This client with one more header in each of its requests. */
  public ApiClient with(String header, String value) {
    List<String> more = new ArrayList<>(headers);
    more.add(header);
    more.add(value);
    return new ApiClient(portal, more);
  }

  /** This client with a key for one act. */
  public ApiClient once(String key) {
    return with("Idempotency-Key", key);
  }

  /** A key that nobody has used. */
  public static String newKey() {
    return UUID.randomUUID().toString();
  }

  public Answer get(String path) {
    return send("GET", path, "", "");
  }

  /** The handle by which the public calls whoever is shown under that name of one word. */
  public Optional<String> handle(String displayName) {
    for (JsonElement found : get("/people?q=" + displayName).json().getAsJsonArray("people")) {
      JsonObject person = found.getAsJsonObject();
      if (person.get("displayName").getAsString().equals(displayName)) {
        return Optional.of(person.get("id").getAsString());
      }
    }
    return Optional.empty();
  }

  public Answer delete(String path) {
    return send("DELETE", path, "", "");
  }

  public Answer post(String path, String json) {
    return send("POST", path, "application/json", json);
  }

  public Answer put(String path, String json) {
    return send("PUT", path, "application/json", json);
  }

  /** Sends any request; without a content type when that is empty. */
  public Answer send(String method, String path, String contentType, String body) {
    return send(method, path, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends any request with a body of bytes. */
  public Answer send(String method, String path, String contentType, byte[] body) {
    return sendTo("/api/v1" + path, method, contentType, body);
  }

  /** Gets something that is not of the API, such as a page. */
  public Answer page(String path) {
    return sendTo(path, "GET", "", new byte[0]);
  }

  /** Sends any request to an address that is not of the API, such as one of SCIM. */
  public Answer sendTo(String address, String method, String contentType, byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(portal.uri(address))
            .method(
                method,
                body.length == 0 && contentType.isEmpty()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(body));
    if (!headers.isEmpty()) {
      request.headers(headers.toArray(String[]::new));
    }
    if (!contentType.isEmpty()) {
      request.header("Content-Type", contentType);
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** What came back. */
  public record Answer(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String body() {
      return response.body();
    }

    public JsonObject json() {
      return JsonParser.parseString(body()).getAsJsonObject();
    }

    /** A text in the answer; the names of members lead to it. */
    public String text(String... path) {
      JsonObject at = json();
      for (int i = 0; i < path.length - 1; i++) {
        at = at.getAsJsonObject(path[i]);
      }
      return at.get(path[path.length - 1]).getAsString();
    }

    /** A header; empty when there is none. */
    public String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    @Override
    public String toString() {
      return status() + " " + body();
    }
  }
}
