package org.visavis.web.live;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.DepartmentId;
import org.visavis.directory.Directory;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Handles;
import org.visavis.presence.Presence;
import org.visavis.presence.PresenceChange;
import org.visavis.presence.PresenceFeed.Subscription;
import org.visavis.presence.PresenceFeed.Watcher;
import org.visavis.web.pages.Language;
import org.visavis.web.wiring.Settings;

/**
 * All open streams. One watcher of the feed hands each change to every client's slots; a client
 * that opens is registered first and gets its beginning from a watcher of its own. Thread-safe.
 */
@ApplicationScoped
class Streams {

  private static final Duration HEARTBEAT = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject private Presence presence;
  @Inject private Directory directory;
  @Inject private Settings settings;
  @Inject private Handles handles;
  @Inject private Clock clock;

  @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
  private ManagedScheduledExecutorService timer;

  private final Set<Client> clients = ConcurrentHashMap.newKeySet();

  /** The last change of each person who is shown, written once for all who open a stream. */
  private final Map<EmployeeId, Rendered> written = new ConcurrentHashMap<>();

  private Places places = new Places(0, 0);
  private @Nullable Subscription subscription;
  private AutoCloseable registration = () -> {};
  private @Nullable ScheduledFuture<?> heartbeats;
  private volatile boolean stopped;
  private final Thread atExit = new Thread(this::closeAll, "visavis-streams-end");

  @PostConstruct
  void begin() {
    places = new Places(settings.streams(), settings.streamsPerAddress());
    subscription = presence.feed().watch(presence.feed().revision(), this::changed);
    registration = directory.onChange(this::forgetRenamed);
    heartbeats =
        timer.scheduleWithFixedDelay(
            this::heartbeat, HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
    // The server waits for open requests before it stops the application: they must end before.
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  @PreDestroy
  void end() {
    try {
      registration.close();
    } catch (Exception e) {
      throw new IllegalStateException("The directory did not let go of its listener", e);
    }
    if (subscription != null) {
      subscription.close();
    }
    if (heartbeats != null) {
      heartbeats.cancel(false);
    }
    closeAll();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process is ending, and the hook with it.
    }
  }

  private void closeAll() {
    stopped = true;
    clients.forEach(Client::close);
  }

  /** Takes a place for one more stream to that address; {@link #open} gives it back at the end. */
  Places.Answer reserve(String address) {
    return stopped ? Places.Answer.ALL_TAKEN : places.take(address);
  }

  /**
   * Opens a stream whose place is taken.
   *
   * @param since the last revision that the client knows, or 0
   */
  void open(
      AsyncContext context,
      ServletOutputStream out,
      String address,
      Language language,
      Optional<DepartmentId> department,
      long since) {
    Slots slots = new Slots(language, wanted(department));
    Client client =
        new Client(
            context,
            out,
            clock.instant(),
            slots,
            closed -> {
              clients.remove(closed);
              places.giveBack(address);
            });
    clients.add(client);
    long revision = presence.feed().revision();
    try {
      client.open();
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
    Beginning beginning = new Beginning(client, revision);
    beginning.ends(presence.feed().watch(since, beginning));
    if (stopped) {
      client.close();
    }
  }

  private Predicate<EmployeeId> wanted(Optional<DepartmentId> department) {
    return department
        .map(
            wanted ->
                (Predicate<EmployeeId>)
                    employee ->
                        directory
                            .find(employee)
                            .filter(found -> found.departments().contains(wanted))
                            .isPresent())
        .orElse(employee -> true);
  }

  private void changed(Collection<PresenceChange> changes, boolean snapshot) {
    if (snapshot) {
      // This fell behind further than the feed remembers: all begin again, where they were.
      clients.forEach(Client::close);
      return;
    }
    if (changes.isEmpty()) {
      return;
    }
    List<Rendered> rendered = rendered(changes);
    for (Client client : clients) {
      client.slots().put(rendered);
      client.pump();
    }
  }

  private List<Rendered> rendered(Collection<PresenceChange> changes) {
    return changes.stream().map(this::rendered).toList();
  }

  private Rendered rendered(PresenceChange change) {
    if (!change.reachability().shown()) {
      @Nullable Rendered known = written.remove(change.employee());
      // Whoever was removed is still known by the last handle.
      return new Rendered(change, known == null ? handles.of(change.employee()) : known.handle());
    }
    return written.compute(
        change.employee(),
        (employee, known) ->
            known != null && known.revision() == change.revision()
                ? known
                : new Rendered(change, handles.of(employee)));
  }

  /** Forgets what was written of people who are called otherwise since a consent has changed. */
  private void forgetRenamed(Collection<EmployeeId> touched) {
    for (EmployeeId one : touched) {
      written.computeIfPresent(
          one,
          (employee, known) ->
              directory.find(employee).isEmpty() || known.handle().equals(handles.of(employee))
                  ? known
                  : null);
    }
  }

  private void heartbeat() {
    Instant now = clock.instant();
    clients.forEach(client -> client.heartbeat(now, PATIENCE));
  }

  /** Gives a client its beginning, once. */
  private final class Beginning implements Watcher {

    private final Client client;
    private final long revision;
    private volatile @Nullable Subscription own;
    private volatile boolean done;

    Beginning(Client client, long revision) {
      this.client = client;
      this.revision = revision;
    }

    void ends(Subscription subscription) {
      own = subscription;
      if (done) {
        subscription.close();
      }
    }

    @Override
    public void changed(Collection<PresenceChange> changes, boolean snapshot) {
      if (!done) {
        done = true;
        client.slots().begin(rendered(changes), snapshot, revision);
        client.pump();
        Subscription subscription = own;
        if (subscription != null) {
          subscription.close();
        }
      }
    }
  }
}
