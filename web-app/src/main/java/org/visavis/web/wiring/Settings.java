package org.visavis.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.visavis.presence.calendar.InnerServer;

/**
 * How this portal was told to run, by environment variables (or server variables of the same
 * names). Immutable, thread-safe.
 */
@ApplicationScoped
public class Settings {

  @Inject
  @ConfigProperty(name = "VISAVIS_DEMO", defaultValue = "false")
  private boolean demo;

  @Inject
  @ConfigProperty(name = "VISAVIS_BASE_URL")
  private Optional<String> baseUrl;

  @Inject
  @ConfigProperty(name = "VISAVIS_PORT", defaultValue = "9080")
  private int port;

  @Inject
  @ConfigProperty(name = "VISAVIS_ORGANISATION")
  private Optional<String> organisation;

  @Inject
  @ConfigProperty(name = "VISAVIS_ZONE")
  private Optional<String> zone;

  @Inject
  @ConfigProperty(name = "VISAVIS_POSTS_PER_MINUTE", defaultValue = "120")
  private int postsPerMinute;

  @Inject
  @ConfigProperty(name = "VISAVIS_SIGN_IN_TRIES", defaultValue = "10")
  private int signInTries;

  @Inject
  @ConfigProperty(name = "VISAVIS_STREAMS", defaultValue = "2000")
  private int streams;

  @Inject
  @ConfigProperty(name = "VISAVIS_STREAMS_PER_ADDRESS", defaultValue = "100")
  private int streamsPerAddress;

  @Inject
  @ConfigProperty(name = "VISAVIS_CALENDAR_SERVERS")
  private Optional<String> calendarServers;

  /** Answers whether this is the demonstration, with its invented people and known password. */
  public boolean demo() {
    return demo;
  }

  /** Answers where the portal is reached from outside, without a slash at its end. */
  public String baseUrl() {
    String url = baseUrl.orElse("http://localhost:" + port).strip();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  /** Answers whether the portal is reached by HTTPS from outside. */
  public boolean https() {
    return "https".equalsIgnoreCase(URI.create(baseUrl()).getScheme());
  }

  /** Answers the name of the organisation whose portal this is. */
  public String organisation() {
    return organisation.orElse(demo ? "Nahwärts" : "Visavis");
  }

  /** Answers the zone in which pages write times. */
  public ZoneId zone() {
    return zone.map(ZoneId::of)
        .orElseGet(() -> demo ? ZoneId.of("Europe/Berlin") : ZoneId.systemDefault());
  }

  /** Answers how many POSTs one client address may send in a minute; 0 for any number. */
  public int postsPerMinute() {
    return postsPerMinute;
  }

  /**
   * Answers how often a sign-in may fail under one name within five minutes, and five times as
   * often from one client address; 0 for any number.
   */
  public int signInTries() {
    return signInTries;
  }

  /** Answers how many live streams may be open at once on this node; 0 for any number. */
  public int streams() {
    return streams;
  }

  /** Answers how many of them one client address may hold; 0 for any number. */
  public int streamsPerAddress() {
    return streamsPerAddress;
  }

  /**
   * Answers the servers inside of the company's network from which calendars are fetched all the
   * same.
   *
   * @throws IllegalArgumentException when one is not written as name and port
   */
  public Set<InnerServer> calendarServers() {
    return calendarServers.stream()
        .flatMap(servers -> Stream.of(servers.split("[,\\s]+")))
        .filter(server -> !server.isEmpty())
        .map(Settings::innerServer)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static InnerServer innerServer(String server) {
    int colon = server.lastIndexOf(':');
    try {
      return new InnerServer(
          server.substring(0, Math.max(0, colon)), Integer.parseInt(server.substring(colon + 1)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "VISAVIS_CALENDAR_SERVERS names servers as name:port, not as " + server, e);
    }
  }
}
