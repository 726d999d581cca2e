package org.visavis.web.testing;

import static java.time.temporal.ChronoUnit.SECONDS;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
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
 * Customers who hand in requests, and employees who care for them, whatever happens to the server:
 * some are taken back, talked about, resolved and taken up again, laid aside, handed over to a
 * colleague, or declined with a later time.
 *
 * <p>What is answered counts as acknowledged. What is not answered, because the connection broke or
 * the server ended in the middle, is sent again with the same key once the server is back, as a
 * client does that keeps its word; any number of customers may write at once. Thread-safe.
 */
final class Submissions {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Duration START_LIMIT = Duration.ofMinutes(6);
  private static final int TRIES = 60;
  private static final Instant LATER = Instant.now().plus(Duration.ofDays(20)).truncatedTo(SECONDS);

  /** Most give room back, so that there is room. */
  private static final List<Course> COURSES =
      List.of(
          Course.WITHDRAWN,
          Course.RESOLVED,
          Course.SNOOZED,
          Course.OPEN,
          Course.HANDED_OVER,
          Course.DECLINED);

  private final PortalServer portal;
  private final List<String> people;
  private final Map<String, String> bearers;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private final Semaphore acknowledgements = new Semaphore(0);
  private final Map<String, Acknowledged> acknowledged = new ConcurrentHashMap<>();
  private final Queue<String> surprises = new ConcurrentLinkedQueue<>();
  private volatile CountDownLatch serverIsThere = new CountDownLatch(0);
  private volatile boolean over;

  /**
   * Customers of that server who choose among those employees.
   *
   * @param bearers what each employee shows to the API
   */
  Submissions(PortalServer portal, List<String> people, Map<String, String> bearers) {
    this.portal = portal;
    this.people = people;
    this.bearers = Map.copyOf(bearers);
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
    Course wished = COURSES.get(number / people.size() % COURSES.size());
    String subject = "Kill test " + number;
    JsonObject customer = new JsonObject();
    customer.addProperty("name", "Customer " + number);
    customer.addProperty("email", email);
    JsonObject wish = new JsonObject();
    wish.addProperty("employee", people.get(number % people.size()));
    wish.addProperty("channel", "message");
    wish.addProperty("subject", subject);
    wish.addProperty("message", "Words of customer " + number);
    wish.addProperty("ifUnavailable", "wait");
    wish.add("customer", customer);

    Optional<JsonObject> kept =
        untilAnswered(
            new Act("/requests", wish.toString(), 201).once("kill-test-submission-" + number));
    if (kept.isEmpty()) {
      return;
    }
    String token = kept.get().get("token").getAsString();
    acknowledged.put(email, new Acknowledged(token, subject, Course.OPEN));
    acknowledgements.release();
    // Who waits for room is left waiting: what becomes of it is the server's part.
    Course course = kept.get().get("state").getAsString().equals("accepted") ? wished : Course.OPEN;
    String id = kept.get().get("id").getAsString();
    for (Act act : acts(course, number, id, token)) {
      if (untilAnswered(act).isEmpty()) {
        return;
      }
      acknowledgements.release();
    }
    acknowledged.put(email, new Acknowledged(token, subject, course));
  }

  private List<Act> acts(Course course, int number, String id, String token) {
    String mine = "/requests/" + token;
    String own = "/me/requests/" + id;
    String asked = "/me/asked/" + id + "/agree";
    String employee = people.get(number % people.size());
    String colleague = people.get((number + 1) % people.size());
    String key = "kill-test-" + number + "-";
    Act resolve = new Act(own + "/resolve", "{\"text\": \"Done\"}", 200);
    return switch (course) {
      case OPEN -> List.of();
      case WITHDRAWN -> List.of(new Act(mine + "/withdraw", "", 200));
      case RESOLVED ->
          List.of(
              new Act(own + "/reply", words("Which?"), 201).by(employee).once(key + "reply"),
              new Act(mine + "/messages", words("This"), 201).once(key + "message"),
              resolve.by(employee).until(own, "state", "resolved"),
              new Act(mine + "/reopen", words("Once more"), 200).once(key + "reopen"),
              resolve.by(employee).until(own, "state", "resolved"),
              new Act(mine + "/feedback", words("Thank you"), 201).once(key + "feedback"));
      case SNOOZED ->
          List.of(
              new Act(own + "/snooze", "{\"until\": \"" + LATER + "\"}", 200)
                  .by(employee)
                  .until(own, "state", "snoozed"));
      case HANDED_OVER ->
          List.of(
              new Act(own + "/hand-over", "{\"employee\": \"" + colleague + "\"}", 200)
                  .by(employee)
                  .until(own, "asked", colleague),
              new Act(asked, "", 204).by(colleague).until(own, "state", "accepted"),
              resolve.by(colleague).until(own, "state", "resolved"));
      case DECLINED ->
          List.of(
              new Act(own + "/decline", "{\"reason\": \"Full\", \"later\": \"" + LATER + "\"}", 200)
                  .by(employee)
                  .until(mine, "state", "offered"));
    };
  }

  private static String words(String text) {
    return "{\"text\": \"" + text + "\"}";
  }

  private Optional<JsonObject> untilAnswered(Act act) throws InterruptedException {
    for (int tries = 0; tries < TRIES; tries++) {
      if (!serverIsThere.await(START_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        break;
      }
      try {
        // Who does not know whether something without a key was kept looks before trying again.
        if (tries > 0 && isDone(act)) {
          return Optional.of(new JsonObject());
        }
        HttpResponse<String> answer = send(request(act));
        if (answer.statusCode() == act.expected()) {
          return Optional.of(json(answer));
        }
        if (answer.statusCode() < 500) {
          surprises.add(act.path() + ": " + answer.statusCode() + " " + answer.body());
          return Optional.empty();
        }
      } catch (IOException e) {
        // Not answered: nobody knows whether it was kept.
      }
      repeated.incrementAndGet();
    }
    surprises.add(act.path() + " was never answered");
    return Optional.empty();
  }

  private HttpRequest request(Act act) {
    HttpRequest.Builder post =
        to(act.path(), act.account()).POST(HttpRequest.BodyPublishers.ofString(act.body()));
    if (!act.key().isEmpty()) {
      post.header("Idempotency-Key", act.key());
    }
    return post.build();
  }

  private boolean isDone(Act act) throws IOException, InterruptedException {
    if (act.look().isEmpty()) {
      return false;
    }
    HttpResponse<String> answer = send(to(act.look(), act.account()).GET().build());
    return answer.statusCode() == 200
        && Optional.ofNullable(json(answer).get(act.field()))
            .filter(value -> value.isJsonPrimitive() && value.getAsString().equals(act.value()))
            .isPresent();
  }

  private HttpRequest.Builder to(String path, String account) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(portal.uri("/api/v1" + path))
            .timeout(LIMIT)
            .header("Content-Type", "application/json");
    return account.isEmpty()
        ? request
        : request.header("Authorization", "Bearer " + bearers.get(account));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static JsonObject json(HttpResponse<String> answer) {
    return answer.body().isEmpty()
        ? new JsonObject()
        : JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  /**
   * Something that somebody does.
   *
   * @param account the employee who does it; empty for the customer
   * @param look where to look whether it is done, and what stands there then
   */
  private record Act(
      String path,
      String body,
      int expected,
      String account,
      String key,
      String look,
      String field,
      String value) {

    Act(String path, String body, int expected) {
      this(path, body, expected, "", "", "", "", "");
    }

    Act by(String employee) {
      return new Act(path, body, expected, employee, key, look, field, value);
    }

    Act once(String idempotencyKey) {
      return new Act(path, body, expected, account, idempotencyKey, look, field, value);
    }

    Act until(String lookAt, String name, String as) {
      return new Act(path, body, expected, account, key, lookAt, name, as);
    }
  }

  /** What becomes of a request, and what both sides read in the end. */
  enum Course {
    OPEN(List.of("open", "accepted"), Map.of()),
    WITHDRAWN(List.of("withdrawn"), Map.of("withdrawn", 1L)),
    RESOLVED(
        List.of("resolved"),
        Map.of(
            "replied", 1L, "customer-wrote", 1L, "resolved", 2L, "reopened", 1L, "feedback", 1L)),
    SNOOZED(List.of("snoozed"), Map.of("snoozed", 1L)),
    HANDED_OVER(List.of("resolved"), Map.of("handed-over", 1L, "resolved", 1L)),
    DECLINED(List.of("offered"), Map.of("declined", 1L, "later-proposed", 1L));

    private final List<String> states;
    private final Map<String, Long> events;

    Course(List<String> states, Map<String, Long> events) {
      this.states = states;
      this.events = events;
    }

    /** The states in which the request may be then. */
    List<String> states() {
      return states;
    }

    /** How often each of these events happened, and no other of their kinds. */
    Map<String, Long> events() {
      return events;
    }
  }

  /**
   * What the server has promised to keep.
   *
   * @param token the customer's secret
   * @param subject what the customer wrote
   * @param course what has been done with it, all of it acknowledged
   */
  record Acknowledged(String token, String subject, Course course) {}
}
