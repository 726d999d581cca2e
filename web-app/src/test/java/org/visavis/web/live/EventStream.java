package org.visavis.web.live;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.visavis.web.testing.Eventually;

/** A client of the live stream: keeps the last state of each person. Thread-safe. */
public final class EventStream implements AutoCloseable {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final HttpResponse<Stream<String>> response;
  private final Map<String, JsonObject> people = new ConcurrentHashMap<>();
  private final CopyOnWriteArrayList<String> lines = new CopyOnWriteArrayList<>();
  private volatile Set<String> shown = Set.of();
  private volatile boolean complete;
  private volatile String lastId = "";

  private EventStream(HttpResponse<Stream<String>> response) {
    this.response = response;
    Thread reader = new Thread(this::read, "event stream");
    reader.setDaemon(true);
    reader.start();
  }

  /** Opens a stream, from a revision where that is not empty. */
  public static EventStream open(URI uri, String lastEventId) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri);
    if (!lastEventId.isEmpty()) {
      request.header("Last-Event-ID", lastEventId);
    }
    try {
      HttpResponse<Stream<String>> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofLines());
      if (response.statusCode() != 200) {
        throw new IllegalStateException("The stream answers " + response.statusCode());
      }
      return new EventStream(response);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Opens a stream and waits for the state at its beginning. */
  public static EventStream openFully(URI uri) {
    EventStream stream = open(uri, "");
    stream.await("the state at the beginning", () -> stream.complete);
    return stream;
  }

  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /** The last state of a person; an empty object for one who was never told of. */
  public JsonObject person(String id) {
    return people.getOrDefault(id, new JsonObject());
  }

  /** The status of a person; empty when not shown. */
  public String status(String id) {
    JsonObject status = person(id).getAsJsonObject("status");
    return status == null ? "" : status.get("code").getAsString();
  }

  /** Who is shown, as the last whole state said. */
  public Set<String> shown() {
    return shown;
  }

  public String lastId() {
    return lastId;
  }

  /** All lines so far. */
  public Iterable<String> lines() {
    return lines;
  }

  public void await(String what, BooleanSupplier condition) {
    Eventually.holds(what, Duration.ofSeconds(20), condition);
  }

  private void read() {
    String event = "";
    try (Stream<String> all = response.body()) {
      for (Iterator<String> i = all.iterator(); i.hasNext(); ) {
        String line = i.next();
        lines.add(line);
        if (line.startsWith("event: ")) {
          event = line.substring(7);
        } else if (line.startsWith("data: ")) {
          take(event, JsonParser.parseString(line.substring(6)));
        } else if (line.startsWith("id: ")) {
          lastId = line.substring(4);
        }
      }
    } catch (UncheckedIOException e) {
      // Closed.
    }
  }

  private void take(String event, JsonElement data) {
    if (event.equals("presence")) {
      JsonObject person = data.getAsJsonObject();
      people.put(person.get("id").getAsString(), person);
    } else if (event.equals("shown")) {
      Set<String> ids = ConcurrentHashMap.newKeySet();
      data.getAsJsonArray().forEach(id -> ids.add(id.getAsString()));
      shown = ids;
      complete = true;
    }
  }

  @Override
  public void close() {
    response.body().close();
  }
}
