package org.visavis.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.visavis.directory.Profile;
import org.visavis.directory.Topic;
import org.visavis.directory.population.Population;
import org.visavis.directory.spi.PeopleIndex.Entry;

/** The portal's API on Open Liberty, as it is packaged, with the people imported through it. */
final class PortalSearch implements OverTheNetwork.Server {

  private static final Pattern NAME = Pattern.compile("\"displayName\":\"([^\"]*)\"");
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

  private final Liberty portal;

  private PortalSearch(Liberty portal) {
    this.portal = portal;
  }

  /**
   * @param heap the most memory for objects, as {@code -Xmx} takes it
   */
  static PortalSearch over(Population population, String heap) throws Exception {
    Liberty portal = Liberty.portal("search");
    portal.heap(heap);
    portal.start("/en/people");
    PortalSearch search = new PortalSearch(portal);
    search.fill(population);
    return search;
  }

  private void fill(Population population) throws IOException {
    String signIn = "{\"user\":\"admin\",\"password\":\"people-first\"}";
    Matcher token = TOKEN.matcher(post("/api/v1/tokens", "", "application/json", signIn, 201));
    if (!token.find()) {
      throw new IllegalStateException("No token");
    }
    post(
        "/api/v1/admin/import?legalBasis=measuring",
        "Bearer " + token.group(1),
        "text/csv",
        csv(population),
        200);
  }

  private static String csv(Population population) {
    StringBuilder csv =
        new StringBuilder("id,givenName,familyName,title,department,topics,languages,channels\n");
    for (Entry entry : population.entries()) {
      Profile who = entry.profile();
      csv.append(who.id()).append(',').append(who.givenName()).append(',');
      csv.append(who.familyName()).append(',').append(who.title()).append(',');
      csv.append(entry.departments().get(0).name()).append(',');
      csv.append(
          entry.topics().stream()
              .map(Topic::name)
              .map(Object::toString)
              .collect(Collectors.joining(";")));
      csv.append(',');
      csv.append(
          who.languages().stream().map(Locale::toLanguageTag).collect(Collectors.joining(";")));
      csv.append(",message\n");
    }
    return csv.toString();
  }

  @Override
  public String label() {
    return "Visavis, /api/v1/people";
  }

  @Override
  public ProcessHandle process() {
    return ProcessHandle.of(portal.pid()).orElseThrow();
  }

  @Override
  public OverTheNetwork.Client connect() {
    return this::names;
  }

  /** The platform keeps the connection of a thread that has read its answer to the end. */
  private List<String> names(SearchQuery query) throws IOException {
    String path =
        "/api/v1/people?limit=10&q=" + URLEncoder.encode(query.text(), StandardCharsets.UTF_8);
    if (query.topic().isPresent()) {
      path += "&topic=" + query.topic().get().value();
    }
    HttpURLConnection connection = open(path);
    List<String> names = new ArrayList<>();
    Matcher name = NAME.matcher(read(connection, 200));
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }

  private String post(String path, String authorization, String type, String body, int expected)
      throws IOException {
    HttpURLConnection connection = open(path);
    connection.setDoOutput(true);
    connection.setRequestProperty("Content-Type", type);
    if (!authorization.isEmpty()) {
      connection.setRequestProperty("Authorization", authorization);
    }
    connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    return read(connection, expected);
  }

  private HttpURLConnection open(String path) throws IOException {
    return (HttpURLConnection) portal.uri(path).toURL().openConnection();
  }

  private static String read(HttpURLConnection connection, int expected) throws IOException {
    if (connection.getResponseCode() != expected) {
      throw new IllegalStateException(connection.getURL() + ": " + connection.getResponseCode());
    }
    try (InputStream body = connection.getInputStream()) {
      return new String(body.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    portal.close();
  }
}
