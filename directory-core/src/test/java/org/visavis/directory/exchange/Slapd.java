package org.visavis.directory.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A real OpenLDAP server on loopback, with a certificate of its own; ends when it is closed. */
public final class Slapd implements AutoCloseable {

  public static final String SUFFIX = "dc=example,dc=org";
  public static final String PEOPLE = "ou=people," + SUFFIX;
  public static final String ACCOUNT = "cn=admin," + SUFFIX;
  public static final String PASSWORD = "s3cret-and-never-said";

  private static final Path PROGRAM = Path.of("/usr/sbin/slapd");
  private static final char[] KEYSTORE_PASSWORD = "changeit".toCharArray();

  private final Process process;
  private final int port;
  private final int securePort;
  private final SSLContext trust;

  private Slapd(Process process, int port, int securePort, SSLContext trust) {
    this.process = process;
    this.port = port;
    this.securePort = securePort;
    this.trust = trust;
  }

  /** Starts a server whose data lie in that folder; skips the test where none is installed. */
  public static Slapd start(Path folder) throws Exception {
    assumeTrue(Files.isExecutable(PROGRAM), "slapd is not installed (Debian: slapd)");
    KeyStore keys = certificate(folder);
    Path data = Files.createDirectory(folder.resolve("data"));
    int port = freePort();
    int securePort = freePort();
    Path config = folder.resolve("slapd.conf");
    Files.writeString(
        config,
        String.join(
            "\n",
            "include /etc/ldap/schema/core.schema",
            "include /etc/ldap/schema/cosine.schema",
            "include /etc/ldap/schema/inetorgperson.schema",
            "pidfile " + folder.resolve("slapd.pid"),
            "modulepath /usr/lib/ldap",
            "moduleload back_mdb",
            "TLSCertificateFile " + folder.resolve("cert.pem"),
            "TLSCertificateKeyFile " + folder.resolve("key.pem"),
            "database mdb",
            "maxsize 67108864",
            "suffix \"" + SUFFIX + "\"",
            "rootdn \"" + ACCOUNT + "\"",
            "rootpw " + PASSWORD,
            "directory " + data,
            "access to * by * none",
            ""));
    Process process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "-d",
                "0",
                "-f",
                config.toString(),
                "-h",
                "ldap://127.0.0.1:" + port + "/ ldaps://127.0.0.1:" + securePort + "/")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("slapd.log").toFile())
            .start();
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(keys);
    SSLContext trust = SSLContext.getInstance("TLS");
    trust.init(null, managers.getTrustManagers(), null);
    Slapd slapd = new Slapd(process, port, securePort, trust);
    slapd.await(folder.resolve("slapd.log"));
    return slapd;
  }

  LdapServer server(LdapServer.Security security, String password) {
    int to = security == LdapServer.Security.LDAPS ? securePort : port;
    return new LdapServer(
        "127.0.0.1", to, security, ACCOUNT, password, SUFFIX, LdapServer.PEOPLE, 2);
  }

  /** Where it listens without encryption. */
  public String address() {
    return "ldap://127.0.0.1:" + port;
  }

  SSLContext trust() {
    return trust;
  }

  /** A connection to prepare what is there. */
  public LDAPConnection connection() throws LDAPException {
    return new LDAPConnection("127.0.0.1", port, ACCOUNT, PASSWORD);
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(10, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }

  private void await(Path log) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (true) {
      try (LDAPConnection connection = connection()) {
        return;
      } catch (LDAPException notYet) {
        if (!process.isAlive() || Instant.now().isAfter(end)) {
          process.destroyForcibly();
          throw new IllegalStateException("slapd did not start: " + Files.readString(log), notYet);
        }
        process.waitFor(50, TimeUnit.MILLISECONDS);
      }
    }
  }

  private static KeyStore certificate(Path folder) throws Exception {
    Path store = folder.resolve("keys.p12");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "slapd",
            "-keyalg",
            "RSA",
            "-keysize",
            "2048",
            "-dname",
            "CN=127.0.0.1",
            "-ext",
            "SAN=IP:127.0.0.1",
            "-validity",
            "2",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            "changeit");
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException(said);
    }
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, KEYSTORE_PASSWORD);
    }
    pem(
        folder.resolve("key.pem"),
        "PRIVATE KEY",
        keys.getKey("slapd", KEYSTORE_PASSWORD).getEncoded());
    pem(folder.resolve("cert.pem"), "CERTIFICATE", keys.getCertificate("slapd").getEncoded());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("slapd", keys.getCertificate("slapd"));
    return trusted;
  }

  private static void pem(Path file, String what, byte[] content) throws IOException {
    Files.writeString(
        file,
        "-----BEGIN "
            + what
            + "-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
            + "\n-----END "
            + what
            + "-----\n");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
