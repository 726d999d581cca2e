package org.visavis.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.visavis.directory.exchange.LdapServer;
import org.visavis.directory.exchange.LdapServer.Security;

/** The directory server that the settings name, if they name one. Immutable, thread-safe. */
@ApplicationScoped
class LdapSource {

  private static final int PAGE = 500;
  private static final int PORT = 389;
  private static final int SECURE_PORT = 636;

  @Inject
  @ConfigProperty(name = "VISAVIS_LDAP_URL")
  private Optional<String> url;

  @Inject
  @ConfigProperty(name = "VISAVIS_LDAP_STARTTLS")
  private Optional<String> startTls;

  @Inject
  @ConfigProperty(name = "VISAVIS_LDAP_USER")
  private Optional<String> user;

  @Inject
  @ConfigProperty(name = "VISAVIS_LDAP_PASSWORD")
  private Optional<String> password;

  @Inject
  @ConfigProperty(name = "VISAVIS_LDAP_BASE")
  private Optional<String> base;

  @Inject
  @ConfigProperty(name = "VISAVIS_LDAP_FILTER")
  private Optional<String> filter;

  @Inject
  @ConfigProperty(name = "VISAVIS_LDAP_MINUTES", defaultValue = "0")
  private int minutes;

  private Optional<LdapServer> server = Optional.empty();

  @PostConstruct
  void read() {
    server =
        said(url)
            .map(
                address ->
                    server(
                        address,
                        said(startTls).orElse(""),
                        said(user).orElse(""),
                        password.orElse(""),
                        said(base).orElse(""),
                        said(filter).orElse(LdapServer.PEOPLE)));
    if (minutes < 0) {
      throw new IllegalArgumentException("VISAVIS_LDAP_MINUTES is a number from 0");
    }
  }

  private static Optional<String> said(Optional<String> setting) {
    return setting.map(String::strip).filter(text -> !text.isEmpty());
  }

  /**
   * Answers the server of an address.
   *
   * @param url {@code ldaps://host}, or {@code ldap://host} for one that is asked for StartTLS
   * @param startTls {@code off} for a server on this very machine that has none
   * @throws IllegalArgumentException when a setting has another form; the message names it, and
   *     never says the password
   */
  static LdapServer server(
      String url, String startTls, String user, String password, String base, String filter) {
    URI address = address(url);
    boolean secure = "ldaps".equalsIgnoreCase(address.getScheme());
    if (!startTls.isEmpty() && !startTls.equals("off") && !startTls.equals("required")) {
      throw new IllegalArgumentException("VISAVIS_LDAP_STARTTLS is required or off");
    }
    if (base.isEmpty()) {
      throw new IllegalArgumentException("VISAVIS_LDAP_BASE is the name below which people lie");
    }
    Security plain = startTls.equals("off") ? Security.NONE : Security.START_TLS;
    int port = address.getPort() < 0 ? (secure ? SECURE_PORT : PORT) : address.getPort();
    return new LdapServer(
        address.getHost(),
        port,
        secure ? Security.LDAPS : plain,
        user,
        password,
        base,
        filter,
        PAGE);
  }

  private static URI address(String url) {
    try {
      URI address = new URI(url);
      boolean known =
          "ldap".equalsIgnoreCase(address.getScheme())
              || "ldaps".equalsIgnoreCase(address.getScheme());
      if (known && address.getHost() != null && address.getUserInfo() == null) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Said below, without the address: it may hold a password.
    }
    throw new IllegalArgumentException("VISAVIS_LDAP_URL is such as ldaps://ldap.example.org:636");
  }

  Optional<LdapServer> server() {
    return server;
  }

  /** Answers how long to wait between readings by the schedule; empty where there is none. */
  Optional<Duration> pause() {
    return minutes == 0 || server.isEmpty()
        ? Optional.empty()
        : Optional.of(Duration.ofMinutes(minutes));
  }
}
