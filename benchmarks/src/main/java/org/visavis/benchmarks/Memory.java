package org.visavis.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much memory the portal holds with 10,000 people, who are imported through the API: after its
 * start, after the import, and after page requests of several clients at once; then the same after
 * a restart with that data. The rate of the requests is printed as well, so that nobody saves
 * memory at its cost unseen; the clients take their part of the same processors.
 *
 * <p>Arguments: people (10000), page requests (2000), clients (8), and {@code archived} for a
 * server whose classes are archived as docs/operating.md tells.
 */
final class Memory {
  private static final int GATE = 350;
  private static final int GOAL = 220;

  private final Liberty portal;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int people;

  private Memory(Liberty portal, int people) {
    this.portal = portal;
    this.people = people;
  }

  public static void main(String[] args) throws Exception {
    int people = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    int requests = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
    int clients = args.length > 2 ? Integer.parseInt(args[2]) : 8;
    try (Liberty portal = Liberty.portal("portal")) {
      Memory memory = new Memory(portal, people);
      if (args.length > 3 && args[3].equals("archived")) {
        portal.start("/en/people");
        portal.stop();
        portal.archiveClasses("/en/people");
      }
      portal.start("/en/people");
      memory.report("after the start");
      memory.importPeople();
      memory.report("after the import of " + people + " people");
      memory.load(requests, clients);
      long first = memory.report("after " + requests + " page requests");
      memory.load(requests, clients);
      long second = memory.report("after as many again");
      portal.stop();
      System.out.printf("started again in %d ms%n", portal.start("/en/people").toMillis());
      memory.load(requests, clients);
      long restarted = memory.report("restarted, after " + requests + " page requests");
      double most = Math.max(first, Math.max(second, restarted));
      System.out.printf(
          Locale.ROOT,
          "ratio most / gate of %d MB: %.2f; most / goal of %d MB: %.2f%n",
          GATE,
          most / GATE,
          GOAL,
          most / GOAL);
    }
  }

  private long report(String when) throws IOException {
    long resident = portal.megabytes("VmRSS");
    System.out.printf(
        "%-48s resident %d MB (at most so far %d MB)%n", when, resident, portal.megabytes("VmHWM"));
    return resident;
  }

  private void importPeople() throws IOException, InterruptedException {
    String signIn = "{\"user\":\"admin\",\"password\":\"people-first\"}";
    String answer =
        post("/api/v1/tokens", HttpRequest.newBuilder(), "application/json", signIn, 201);
    Matcher token = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"").matcher(answer);
    if (!token.find()) {
      throw new IllegalStateException(answer);
    }
    long start = System.nanoTime();
    post(
        "/api/v1/admin/import?legalBasis=measuring",
        HttpRequest.newBuilder().header("Authorization", "Bearer " + token.group(1)),
        "text/csv",
        ManyPeople.csv(people),
        200);
    System.out.printf("imported in %d ms%n", (System.nanoTime() - start) / 1_000_000);
  }

  private void load(int requests, int clients) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      long start = System.nanoTime();
      List<Future<?>> ends = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        Random random = new Random(i);
        ends.add(
            threads.submit(
                () -> {
                  for (int j = 0; j < requests / clients; j++) {
                    get(page(random));
                  }
                  return null;
                }));
      }
      for (Future<?> end : ends) {
        end.get();
      }
      System.out.printf(
          Locale.ROOT, "%.0f pages/s%n", requests / ((System.nanoTime() - start) / 1e9));
    } finally {
      threads.shutdown();
    }
  }

  /** What customers look at: lists, searches, departments and single people. */
  private String page(Random random) {
    String language = random.nextBoolean() ? "/de" : "/en";
    return switch (random.nextInt(4)) {
      case 0 -> language + "/people";
      case 1 ->
          language
              + "/people?q="
              + URLEncoder.encode(ManyPeople.familyName(random), StandardCharsets.UTF_8);
      case 2 -> language + "/people?department=department-" + random.nextInt(60);
      default -> language + "/people/p" + random.nextInt(people);
    };
  }

  private void get(String path) throws IOException, InterruptedException {
    URI uri = portal.uri(path);
    int status =
        client
            .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray())
            .statusCode();
    if (status != 200) {
      throw new IllegalStateException(path + ": " + status);
    }
  }

  private String post(
      String path, HttpRequest.Builder request, String type, String body, int expected)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        client.send(
            request
                .uri(portal.uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != expected) {
      throw new IllegalStateException(path + ": " + answer.statusCode() + " " + answer.body());
    }
    return answer.body();
  }
}
