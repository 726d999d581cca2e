package org.visavis.benchmarks;

import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.LDAPSearchException;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldif.LDIFException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.visavis.directory.Profile;
import org.visavis.directory.TopicId;
import org.visavis.directory.population.Population;
import org.visavis.directory.spi.PeopleIndex;

/**
 * OpenLDAP's slapd on loopback with the people in memory-mapped files, indexed by equality, parts
 * and sound; started for this and deleted afterwards.
 */
final class Slapd implements OverTheNetwork.Server {

  private static final String BASE = "ou=people,dc=example,dc=org";
  private static final int PAGE = 10;

  private final Path home;
  private final Process process;
  private final int port;

  private Slapd(Path home, Process process, int port) {
    this.home = home;
    this.process = process;
    this.port = port;
  }

  static Slapd over(Population population) throws Exception {
    Path home = Files.createTempDirectory("visavis-slapd");
    Files.createDirectory(home.resolve("data"));
    Path config = home.resolve("slapd.conf");
    Files.writeString(config, config(home));
    Path people = home.resolve("people.ldif");
    write(population, people);
    run(home, "/usr/sbin/slapadd", "-q", "-f", config.toString(), "-l", people.toString());
    int port = freePort();
    String address = "ldap://127.0.0.1:" + port + "/";
    Process process =
        started(home, "/usr/sbin/slapd", "-d", "0", "-f", config.toString(), "-h", address);
    Slapd slapd = new Slapd(home, process, port);
    slapd.await();
    return slapd;
  }

  private static String config(Path home) {
    return """
        include /etc/ldap/schema/core.schema
        include /etc/ldap/schema/cosine.schema
        include /etc/ldap/schema/inetorgperson.schema
        modulepath /usr/lib/ldap
        moduleload back_mdb
        threads 4
        loglevel none
        database mdb
        maxsize 8589934592
        suffix "dc=example,dc=org"
        directory %s
        index objectClass eq
        index cn,sn,givenName eq,sub,approx
        index businessCategory eq
        """
        .formatted(home.resolve("data"));
  }

  private static void write(Population population, Path file) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      put(out, new Entry("dn: dc=example,dc=org", "objectClass: domain", "dc: example"));
      put(out, new Entry("dn: " + BASE, "objectClass: organizationalUnit", "ou: people"));
      for (PeopleIndex.Entry each : population.entries()) {
        Profile who = each.profile();
        Entry entry = new Entry("uid=" + who.id() + "," + BASE);
        entry.addAttribute("objectClass", "inetOrgPerson");
        entry.addAttribute("uid", who.id().value());
        entry.addAttribute("cn", who.displayName());
        entry.addAttribute("givenName", who.givenName());
        entry.addAttribute("sn", who.familyName());
        entry.addAttribute("title", who.title().toString());
        each.departments().forEach(one -> entry.addAttribute("ou", one.name().toString()));
        who.topics().forEach(one -> entry.addAttribute("businessCategory", one.value()));
        entry.addAttribute("preferredLanguage", who.languages().get(0).toLanguageTag());
        put(out, entry);
      }
    } catch (LDIFException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(BufferedWriter out, Entry entry) throws IOException {
    out.write(entry.toLDIFString());
    out.newLine();
  }

  @Override
  public String label() {
    return "OpenLDAP's slapd";
  }

  @Override
  public ProcessHandle process() {
    return process.toHandle();
  }

  @Override
  public OverTheNetwork.Client connect() throws LDAPException {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    // The thread that asks reads the answer: no other one is woken.
    options.setUseSynchronousMode(true);
    LDAPConnection connection = new LDAPConnection(options, "127.0.0.1", port);
    return new OverTheNetwork.Client() {
      @Override
      public List<String> search(SearchQuery query) throws LDAPException {
        return names(connection, query);
      }

      @Override
      public void close() {
        connection.close();
      }
    };
  }

  /** The words as they are typed, within the name or sounding like it. */
  private static List<String> names(LDAPConnection connection, SearchQuery query)
      throws LDAPException {
    String text = query.text();
    List<Filter> all = new ArrayList<>();
    all.add(
        Filter.createORFilter(
            Filter.createSubstringFilter("cn", null, new String[] {text}, null),
            Filter.createApproximateMatchFilter("cn", text)));
    query
        .topic()
        .map(TopicId::value)
        .ifPresent(topic -> all.add(Filter.createEqualityFilter("businessCategory", topic)));
    SearchRequest request =
        new SearchRequest(BASE, SearchScope.SUB, Filter.createANDFilter(all), "*");
    request.setSizeLimit(PAGE);
    List<SearchResultEntry> found;
    try {
      found = connection.search(request).getSearchEntries();
    } catch (LDAPSearchException e) {
      // There are more than the page holds.
      found = e.getSearchEntries();
      if (found == null) {
        throw e;
      }
    }
    return found.stream().map(entry -> entry.getAttributeValue("cn")).toList();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Liberty.delete(home);
  }

  private void await() throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (true) {
      try (LDAPConnection probe = new LDAPConnection("127.0.0.1", port)) {
        probe.getRootDSE();
        return;
      } catch (LDAPException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        Thread.sleep(50);
      }
    }
  }

  private static Process started(Path home, String... command) throws IOException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(home.resolve(Path.of(command[0]).getFileName() + ".log").toFile())
        .start();
  }

  private static void run(Path home, String... command) throws Exception {
    if (started(home, command).waitFor() != 0) {
      throw new IllegalStateException(
          Files.readString(home.resolve(Path.of(command[0]).getFileName() + ".log")));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
