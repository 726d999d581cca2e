package org.visavis.directory.exchange;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/**
 * Where a directory server is, and how to read it. Immutable. What is said of it never holds the
 * password.
 *
 * @param host its name or address
 * @param port its port, 1 to 65535; usually 389, or 636 for LDAPS
 * @param security how the connection is kept secret
 * @param account the distinguished name to sign in with; empty for nobody
 * @param password the account's password
 * @param base the distinguished name below which the people lie
 * @param filter who of the entries there is read (RFC 4515)
 * @param pageSize how many entries are asked for at once, 1 to 10,000
 */
public record LdapServer(
    String host,
    int port,
    Security security,
    String account,
    String password,
    String base,
    String filter,
    int pageSize) {

  /** The usual filter. */
  public static final String PEOPLE = "(objectClass=inetOrgPerson)";

  private static final int MAX_PAGE = 10_000;

  /** How a connection is kept secret. */
  public enum Security {
    /** From its beginning. */
    LDAPS,
    /** From its first request on (RFC 4511, section 4.14). */
    START_TLS,
    /** Not at all, which is taken on this very machine alone. */
    NONE
  }

  /**
   * @throws IllegalArgumentException when a number is out of its bounds, or the connection to
   *     another machine would not be secret
   */
  public LdapServer {
    Objects.requireNonNull(account, "account");
    Objects.requireNonNull(password, "password");
    Objects.requireNonNull(base, "base");
    Objects.requireNonNull(filter, "filter");
    if (port < 1 || port > 65_535 || pageSize < 1 || pageSize > MAX_PAGE) {
      throw new IllegalArgumentException("A port is 1 to 65535, a page 1 to 10000 entries");
    }
    if (security == Security.NONE && !isHere(host)) {
      throw new IllegalArgumentException(
          "A directory server on another machine is read by LDAPS or StartTLS");
    }
  }

  /** Answers the server of that address with the usual filter. */
  public static LdapServer of(
      String host, int port, Security security, String account, String password, String base) {
    return new LdapServer(host, port, security, account, password, base, PEOPLE, 500);
  }

  private static boolean isHere(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "LdapServer[" + host + ":" + port + ", " + security + ", " + base + "]";
  }
}
