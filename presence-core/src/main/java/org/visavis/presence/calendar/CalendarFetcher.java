package org.visavis.presence.calendar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Fetches calendars from addresses that employees give, and cannot be sent inside the company's own
 * network: the addresses of a name are found once, looked at, and the connection goes to one of
 * those; so does each redirect, of which there are five at most. Names are verified by TLS all the
 * same. Thread-safe.
 *
 * <p>Fetched are {@code https}, {@code http} and {@code webcal} (which is taken as https), at their
 * usual ports, directly and not through a proxy. No cookies, credentials or referrers are sent. A
 * fetch takes {@link #LONGEST} at most, from the search for the name to the last byte, and takes
 * {@link CalendarReader#MAX_BYTES} bytes at most, counted after decompression.
 */
public final class CalendarFetcher {

  /** How long one fetch takes at most, all redirects included. */
  public static final Duration LONGEST = Duration.ofSeconds(5);

  private static final int MOST_REDIRECTS = 5;
  private static final int LONGEST_VERSION = 300;

  /** Numbers that systems read as addresses in ways of their own: octal, hexadecimal, short. */
  private static final Pattern NUMBER = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)\\.?");

  private static final Pattern FOUR_NUMBERS =
      Pattern.compile("(0|[1-9]\\d{0,2})(\\.(0|[1-9]\\d{0,2})){3}");

  private final Set<InnerServer> allowed;
  private final PublicAddresses.Names names;
  private final OkHttpClient client;

  private CalendarFetcher(
      Set<InnerServer> allowed, PublicAddresses.Names names, OkHttpClient client) {
    this.allowed = Set.copyOf(allowed);
    this.names = names;
    this.client = client;
  }

  /**
   * Answers a fetcher. One is enough for an application.
   *
   * @param allowed the servers inside of the company that may be asked, each with its port
   */
  public static CalendarFetcher create(Set<InnerServer> allowed) {
    return create(allowed, InetAddress::getAllByName, new OkHttpClient.Builder());
  }

  static CalendarFetcher create(
      Set<InnerServer> allowed, PublicAddresses.Names names, OkHttpClient.Builder client) {
    return new CalendarFetcher(
        allowed,
        names,
        client
            .followRedirects(false)
            .followSslRedirects(false)
            .proxy(Proxy.NO_PROXY)
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .build());
  }

  /**
   * Fetches a calendar. Blocks, up to {@link #LONGEST}.
   *
   * @param address where it is
   * @param version what {@link FetchedCalendar.Fetched#version} said last time, if there was one
   */
  public FetchedCalendar fetch(URI address, Optional<String> version) {
    Objects.requireNonNull(version, "version");
    long deadline = System.nanoTime() + LONGEST.toNanos();
    try {
      HttpUrl url = url(address.toString());
      for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
        Request request = request(url, version);
        try (Response response = client(url, deadline).newCall(request).execute()) {
          if (response.code() == 304 && version.isPresent()) {
            return new FetchedCalendar.Unchanged();
          }
          if (!response.isRedirect()) {
            return fetched(response);
          }
          url = next(url, response);
        }
      }
      throw new FailedFetchException(FetchFailure.TOO_MANY_REDIRECTS);
    } catch (IOException e) {
      return new FetchedCalendar.Failed(reason(e));
    }
  }

  private static FetchFailure reason(IOException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof FailedFetchException failed) {
        return failed.reason();
      }
    }
    if (e instanceof InterruptedIOException) {
      return FetchFailure.TOO_SLOW;
    }
    if (e instanceof SSLException) {
      return FetchFailure.NOT_TRUSTED;
    }
    return e instanceof UnknownHostException ? FetchFailure.UNKNOWN_HOST : FetchFailure.UNREACHABLE;
  }

  private static HttpUrl url(String address) throws FailedFetchException {
    String text = address.strip();
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.startsWith("webcal:") || lower.startsWith("webcals:")) {
      text = "https:" + text.substring(text.indexOf(':') + 1);
    } else if (!lower.startsWith("http:") && !lower.startsWith("https:")) {
      throw new FailedFetchException(FetchFailure.OTHER_SCHEME);
    }
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw new FailedFetchException(FetchFailure.NOT_AN_ADDRESS);
    }
    return url;
  }

  private static HttpUrl next(HttpUrl from, Response response) throws FailedFetchException {
    HttpUrl to = from.resolve(Objects.requireNonNullElse(response.header("Location"), ""));
    if (to == null) {
      throw new FailedFetchException(FetchFailure.OTHER_SCHEME);
    }
    if (from.isHttps() && !to.isHttps()) {
      throw new FailedFetchException(FetchFailure.LESS_SECURE);
    }
    return to;
  }

  /** Answers a client that connects to nothing but the addresses that were looked at. */
  private OkHttpClient client(HttpUrl url, long deadline) throws IOException {
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new FailedFetchException(FetchFailure.CREDENTIALS);
    }
    String host = url.host();
    if (NUMBER.matcher(host).matches() && !FOUR_NUMBERS.matcher(host).matches()) {
      throw new FailedFetchException(FetchFailure.NOT_AN_ADDRESS);
    }
    boolean inner = allowed.contains(new InnerServer(host, url.port()));
    if (!inner && url.port() != HttpUrl.defaultPort(url.scheme())) {
      throw new FailedFetchException(FetchFailure.OTHER_PORT);
    }
    List<InetAddress> addresses = addresses(host, deadline);
    if (!inner && !addresses.stream().allMatch(PublicAddresses::contain)) {
      throw new FailedFetchException(FetchFailure.INSIDE);
    }
    return client
        .newBuilder()
        .dns(any -> addresses)
        .callTimeout(left(deadline), TimeUnit.NANOSECONDS)
        .build();
  }

  /** Finds the addresses of a name, without waiting for longer than is left. */
  private List<InetAddress> addresses(String host, long deadline) throws IOException {
    CompletableFuture<List<InetAddress>> found =
        CompletableFuture.supplyAsync(
            () -> resolve(host),
            task -> {
              Thread thread = new Thread(task, "visavis-calendar-names");
              thread.setDaemon(true);
              thread.start();
            });
    try {
      List<InetAddress> addresses = found.get(left(deadline), TimeUnit.NANOSECONDS);
      if (addresses.isEmpty()) {
        throw new FailedFetchException(FetchFailure.UNKNOWN_HOST);
      }
      return addresses;
    } catch (TimeoutException e) {
      throw new FailedFetchException(FetchFailure.TOO_SLOW);
    } catch (ExecutionException e) {
      throw new FailedFetchException(FetchFailure.UNKNOWN_HOST);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new FailedFetchException(FetchFailure.TOO_SLOW);
    }
  }

  private List<InetAddress> resolve(String host) {
    try {
      return Arrays.asList(names.resolve(host));
    } catch (UnknownHostException e) {
      return List.of();
    }
  }

  private static long left(long deadline) throws FailedFetchException {
    long left = deadline - System.nanoTime();
    if (left <= 1_000_000) {
      throw new FailedFetchException(FetchFailure.TOO_SLOW);
    }
    return left;
  }

  private static Request request(HttpUrl url, Optional<String> version) {
    Request.Builder request =
        new Request.Builder()
            .url(url)
            .header("Accept", "text/calendar, */*;q=0.1")
            .header("User-Agent", "Visavis");
    version.ifPresent(
        known -> {
          boolean tag = known.startsWith("\"") || known.startsWith("W/");
          request.header(tag ? "If-None-Match" : "If-Modified-Since", known);
        });
    return request.build();
  }

  private static FetchedCalendar fetched(Response response) throws IOException {
    int code = response.code();
    if (code == 401 || code == 403) {
      throw new FailedFetchException(FetchFailure.FORBIDDEN);
    }
    if (code == 404 || code == 410) {
      throw new FailedFetchException(FetchFailure.NOT_FOUND);
    }
    if (code != 200) {
      throw new FailedFetchException(FetchFailure.SERVER_ERROR);
    }
    ResponseBody body = response.body();
    byte[] bytes = body.byteStream().readNBytes(CalendarReader.MAX_BYTES + 1);
    if (bytes.length > CalendarReader.MAX_BYTES) {
      throw new FailedFetchException(FetchFailure.TOO_LARGE);
    }
    Optional<String> version =
        Optional.ofNullable(response.header("ETag"))
            .filter(tag -> tag.startsWith("\"") || tag.startsWith("W/"))
            .or(() -> Optional.ofNullable(response.header("Last-Modified")))
            .filter(text -> text.length() <= LONGEST_VERSION);
    return new FetchedCalendar.Fetched(new ByteArrayInputStream(bytes), version);
  }
}
