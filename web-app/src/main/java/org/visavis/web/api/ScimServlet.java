package org.visavis.web.api;

import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.visavis.directory.ImportPlanOutdatedException;
import org.visavis.directory.exchange.ScimException;
import org.visavis.directory.exchange.ScimFilter;
import org.visavis.web.guard.ScimError;
import org.visavis.web.wiring.Settings;
import org.visavis.web.wiring.Transactions;

/**
 * {@code /scim/v2/}: an identity provider keeps people and departments up to date (SCIM 2.0, RFC
 * 7643 and 7644). Who may is said by the table of routes: an administrator, by a bearer token. What
 * it answers describes itself under {@code ServiceProviderConfig}, {@code ResourceTypes} and {@code
 * Schemas}.
 */
@WebServlet(urlPatterns = "/scim/v2/*")
public final class ScimServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  private static final int PRECONDITION_FAILED = 412;
  private static final int DEFAULT_COUNT = 100;
  private static final int VERSION_LENGTH = 20;

  @Inject private transient ScimUsers users;
  @Inject private transient ScimGroups groups;
  @Inject private transient Transactions transactions;
  @Inject private transient Settings settings;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      answer(request, response);
    } catch (ScimRefusal e) {
      send(response, e.error());
    } catch (ScimException e) {
      send(response, new ScimError(400, e.type().code(), String.valueOf(e.getMessage())));
    } catch (ProblemException e) {
      send(response, new ScimError(400, "invalidSyntax", e.problem().detail()));
    } catch (ImportPlanOutdatedException e) {
      send(response, new ScimError(409, "", "Somebody else has changed it; please try again."));
    }
  }

  private void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    String info = Optional.ofNullable(request.getPathInfo()).orElse("/");
    String[] path = info.substring(1).split("/", -1);
    String id = path.length > 1 ? path[1] : "";
    if (path.length > 2) {
      throw ScimRefusal.notFound(info);
    }
    switch (path[0]) {
      case "Users" -> resource(users, "User", id, request, response);
      case "Groups" -> resource(groups, "Group", id, request, response);
      default -> {
        require(request.getMethod().equals("GET"), request.getMethod());
        JsonObject described =
            ScimDescription.of(path[0], id, base()).orElseThrow(() -> ScimRefusal.notFound(info));
        send(response, 200, described);
      }
    }
  }

  private void resource(
      ScimResources resources,
      String type,
      String id,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String method = request.getMethod();
    if (id.isEmpty()) {
      switch (method) {
        case "GET" -> send(response, 200, list(resources, type, request));
        case "POST" -> {
          JsonObject said = body(request);
          String created = transactions.call(() -> resources.create(said));
          send(response, 201, written(resources, type, created), request);
        }
        default -> require(false, method);
      }
      return;
    }
    JsonObject body =
        method.equals("PUT") || method.equals("PATCH")
            ? body(request)
            : Json.createObjectBuilder().build();
    switch (method) {
      case "GET" -> {
        JsonObject found = written(resources, type, id);
        if (fits(request.getHeader("If-None-Match"), found)) {
          response.setHeader("ETag", version(found));
          response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
        } else {
          send(response, 200, found, request);
        }
      }
      case "PUT" -> {
        change(resources, type, id, request, () -> resources.replace(id, body));
        send(response, 200, written(resources, type, id), request);
      }
      case "PATCH" -> {
        change(resources, type, id, request, () -> resources.patch(id, body));
        send(response, 200, written(resources, type, id), request);
      }
      case "DELETE" -> {
        change(resources, type, id, request, () -> resources.delete(id));
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      }
      default -> require(false, method);
    }
  }

  /** Changes a resource that is there, and as the client has seen it. */
  private void change(
      ScimResources resources, String type, String id, HttpServletRequest request, Runnable act) {
    String expected = request.getHeader("If-Match");
    transactions.run(
        () -> {
          JsonObject before = written(resources, type, id);
          if (expected != null && !fits(expected, before)) {
            throw new ScimRefusal(
                PRECONDITION_FAILED, "", "It is not of this version any more; read it again.");
          }
          act.run();
        });
  }

  private JsonObject list(ScimResources resources, String type, HttpServletRequest request) {
    Optional<ScimFilter> filter =
        Optional.ofNullable(request.getParameter("filter")).map(ScimFilter::parse);
    int start = Math.max(1, number(request, "startIndex", 1));
    int count =
        Math.min(
            ScimDescription.MOST_RESULTS, Math.max(0, number(request, "count", DEFAULT_COUNT)));
    ScimResources.Found found = transactions.call(() -> resources.list(filter, start - 1, count));
    ScimProjection projection = projection(request);
    JsonArrayBuilder page = Json.createArrayBuilder();
    found.resources().forEach(one -> page.add(projection.of(described(type, one))));
    return Json.createObjectBuilder()
        .add(
            "schemas",
            Json.createArrayBuilder().add("urn:ietf:params:scim:api:messages:2.0:ListResponse"))
        .add("totalResults", found.total())
        .add("startIndex", start)
        .add("itemsPerPage", found.resources().size())
        .add("Resources", page)
        .build();
  }

  private static ScimProjection projection(HttpServletRequest request) {
    return ScimProjection.of(
        request.getParameter("attributes"), request.getParameter("excludedAttributes"));
  }

  private static int number(HttpServletRequest request, String name, int otherwise) {
    String text = request.getParameter(name);
    try {
      return text == null ? otherwise : Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw ScimRefusal.value(name + " is a whole number");
    }
  }

  private static JsonObject body(HttpServletRequest request) throws IOException {
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    String plain = type.replaceFirst(";.*", "").strip();
    if (!List.of(ScimError.MEDIA_TYPE, "application/json").contains(plain)) {
      throw new ScimRefusal(415, "", "Send application/scim+json");
    }
    return JsonBody.object(request.getInputStream());
  }

  private JsonObject written(ScimResources resources, String type, String id) {
    JsonObject resource =
        transactions.call(() -> resources.find(id)).orElseThrow(() -> ScimRefusal.notFound(id));
    return described(type, resource);
  }

  /** With where it lies, and the version that names all that is said of it. */
  private JsonObject described(String type, JsonObject resource) {
    JsonObjectBuilder meta =
        Json.createObjectBuilder(
            Map.of(
                "resourceType",
                type,
                "location",
                base() + "/" + type + "s/" + resource.getString("id"),
                "version",
                version(resource)));
    return Json.createObjectBuilder(resource).add("meta", meta).build();
  }

  private String base() {
    return settings.baseUrl() + "/scim/v2";
  }

  private static String version(JsonObject resource) {
    if (resource.containsKey("meta")) {
      return resource.getJsonObject("meta").getString("version");
    }
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(resource.toString().getBytes(StandardCharsets.UTF_8));
      return "W/\"" + HexFormat.of().formatHex(digest).substring(0, VERSION_LENGTH) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private static boolean fits(String header, JsonObject resource) {
    if (header == null) {
      return false;
    }
    String version = version(resource).substring(2);
    for (String tag : header.split(",", -1)) {
      String plain = tag.strip().replaceFirst("^W/", "");
      if (plain.equals("*") || plain.equals(version)) {
        return true;
      }
    }
    return false;
  }

  private static void require(boolean known, String method) {
    if (!known) {
      throw new ScimRefusal(405, "", method + " is not for this address");
    }
  }

  /** Sends a resource. */
  private static void send(
      HttpServletResponse response, int status, JsonObject resource, HttpServletRequest request)
      throws IOException {
    response.setHeader("Location", resource.getJsonObject("meta").getString("location"));
    response.setHeader("ETag", version(resource));
    send(response, status, projection(request).of(resource));
  }

  private static void send(HttpServletResponse response, ScimError error) throws IOException {
    send(response, error.status(), error.json());
  }

  private static void send(HttpServletResponse response, int status, JsonObject json)
      throws IOException {
    send(response, status, json.toString());
  }

  private static void send(HttpServletResponse response, int status, String json)
      throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType(ScimError.MEDIA_TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
