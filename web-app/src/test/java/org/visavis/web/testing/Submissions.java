package org.visavis.web.testing;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Customers who hand in requests, and take every third one back, whatever happens to the server.
 *
 * <p>What is answered counts as acknowledged. What is not answered, because the connection broke or
 * the server ended in the middle, is sent again with the same key once the server is back, as a
 * client does that keeps its word; any number of customers may write at once. Thread-safe.
 */
final class Submissions {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration START_LIMIT = Duration.ofMinutes(6);
  private static final int TRIES = 60;

  private final PortalServer portal;
  private final List<String> people;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private final Semaphore acknowledgements = new Semaphore(0);
  private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
  private volatile CountDownLatch serverIsThere = new CountDownLatch(0);
  private volatile boolean over;

  /** Customers of that server who choose among those employees. */
  Submissions(PortalServer portal, List<String> people) {
    this.portal = portal;
    this.people = people;
  }

  /** Hands in until {@link #end}. */
  void write() {
    try {
      while (!over) {
        handIn(next.getAndIncrement());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      surprises.add(e.toString());
    }
  }

  /**
   * Waits until that many more acts have been acknowledged; answers whether they have, in time and
   * without a surprise.
   */
  boolean await(int more) throws InterruptedException {
    acknowledgements.drainPermits();
    for (long second = 0; second < LIMIT.toSeconds() && surprises.isEmpty(); second++) {
      if (acknowledgements.tryAcquire(more, 1, TimeUnit.SECONDS)) {
        return true;
      }
    }
    return false;
  }

  /** Lets those whose connection breaks wait until {@link #serverIsBack}. */
  void serverGoes() {
    serverIsThere = new CountDownLatch(1);
  }

  void serverIsBack() {
    serverIsThere.countDown();
  }

  /** Lets everybody finish what was begun, and nothing more. */
  void end() {
    over = true;
  }

  /** What was acknowledged, by the customer's address, which each request has for itself. */
  Map<String, Acknowledged> acknowledged() {
    return acknowledged;
  }

  /** Answers that no one expected. */
  Queue<String> surprises() {
    return surprises;
  }

  /** How many times something was sent again because it had not been answered. */
  int repeated() {
    return repeated.get();
  }

  private void handIn(int number) throws InterruptedException {
    String email = "customer-" + number + "@kill.example";
    JsonObject customer = new JsonObject();
    customer.addProperty("name", "Customer " + number);
    customer.addProperty("email", email);
    JsonObject wish = new JsonObject();
    wish.addProperty("employee", people.get(number % people.size()));
    wish.addProperty("channel", "message");
    wish.addProperty("subject", "Kill test " + number);
    wish.addProperty("message", "Words of customer " + number);
    wish.addProperty("ifUnavailable", "wait");
    wish.add("customer", customer);

    Optional<JsonObject> kept =
        untilAnswered("/api/v1/requests", "kill-test-submission-" + number, wish.toString(), 201);
    if (kept.isEmpty()) {
      return;
    }
    String token = kept.get().get("token").getAsString();
    acknowledged.put(email, new Acknowledged(token, "Kill test " + number, false));
    acknowledgements.release();
    if (number % 3 == 0
        && untilAnswered("/api/v1/requests/" + token + "/withdraw", "", "", 200).isPresent()) {
      acknowledged.put(email, new Acknowledged(token, "Kill test " + number, true));
      acknowledgements.release();
    }
  }

  private Optional<JsonObject> untilAnswered(String path, String key, String body, int expected)
      throws InterruptedException {
    HttpRequest.Builder post =
        HttpRequest.newBuilder(portal.uri(path))
            .timeout(LIMIT)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (!key.isEmpty()) {
      post.header("Idempotency-Key", key);
    }
    for (int tries = 0; tries < TRIES; tries++) {
      if (!serverIsThere.await(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        break;
      }
      try {
        HttpResponse<String> answer =
            client.send(post.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == expected) {
          return Optional.of(JsonParser.parseString(answer.body()).getAsJsonObject());
        }
        if (answer.statusCode() < 500) {
          surprises.add(path + ": " + answer.statusCode() + " " + answer.body());
          return Optional.empty();
        }
      } catch (IOException e) {
        // Not answered: nobody knows whether it was kept.
      }
      repeated.incrementAndGet();
    }
    surprises.add(path + " was never answered");
    return Optional.empty();
  }

  /**
   * What the server has promised to keep.
   *
   * @param token the customer's secret
   * @param subject what the customer wrote
   * @param withdrawn whether the customer's withdrawal was acknowledged, too
   */
  record Acknowledged(String token, String subject, boolean withdrawn) {}
}
