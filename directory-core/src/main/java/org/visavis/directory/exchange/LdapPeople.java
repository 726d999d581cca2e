package org.visavis.directory.exchange;

import com.unboundid.asn1.ASN1OctetString;
import com.unboundid.ldap.sdk.ExtendedResult;
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionOptions;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.ldap.sdk.SearchRequest;
import com.unboundid.ldap.sdk.SearchResult;
import com.unboundid.ldap.sdk.SearchResultEntry;
import com.unboundid.ldap.sdk.SearchScope;
import com.unboundid.ldap.sdk.controls.SimplePagedResultsControl;
import com.unboundid.ldap.sdk.extensions.StartTLSExtendedRequest;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.ImportedPeople;

/**
 * Reads people (RFC 2798, {@code inetOrgPerson}) from a directory server (RFC 4511), all of them or
 * those who have changed. Each reading is a connection of its own and blocks until it is done.
 * Needs the library UnboundID LDAP SDK. Thread-safe.
 *
 * <p>Who was removed from the server is not among those who have changed: that shows in a reading
 * of everybody alone.
 */
public final class LdapPeople {

  private static final String CHANGED = "modifyTimestamp";
  private static final int MAX_PEOPLE = 1_000_000;

  private final LdapServer server;
  private final @Nullable SSLContext trust;

  private LdapPeople(LdapServer server, @Nullable SSLContext trust) {
    this.server = server;
    this.trust = trust;
  }

  /** Answers the people of a server that is trusted as the Java platform trusts others. */
  public static LdapPeople of(LdapServer server) {
    return new LdapPeople(Objects.requireNonNull(server, "server"), null);
  }

  /** Answers the people of a server with a certificate that the company itself has issued. */
  public static LdapPeople of(LdapServer server, SSLContext trust) {
    return new LdapPeople(
        Objects.requireNonNull(server, "server"), Objects.requireNonNull(trust, "trust"));
  }

  /**
   * Reads everybody.
   *
   * @throws LdapAccessException when the server does not answer, or refuses; never says the
   *     password
   */
  public Reading everybody() {
    return read(Optional.empty());
  }

  /**
   * Reads who has changed.
   *
   * @param since the {@link Reading#cursor()} of the reading before; who changed in that very
   *     second is read again
   * @throws LdapAccessException when the server does not answer, or refuses; never says the
   *     password
   */
  public Reading changed(String since) {
    return read(Optional.of(since));
  }

  private Reading read(Optional<String> since) {
    Collected people = new Collected(PersonAttributes.NAMES);
    String cursor = since.orElse("");
    try (LDAPConnection connection = connected()) {
      SearchRequest search =
          new SearchRequest(server.base(), SearchScope.SUB, filter(since), "*", CHANGED);
      @Nullable ASN1OctetString cookie = null;
      int number = 0;
      do {
        search.setControls(new SimplePagedResultsControl(server.pageSize(), cookie));
        SearchResult page = connection.search(search);
        for (SearchResultEntry entry : page.getSearchEntries()) {
          number++;
          if (PersonAttributes.isPerson(entry)) {
            people.take(PersonAttributes.entry(entry, number));
          }
          cursor = later(cursor, entry.getAttributeValue(CHANGED));
        }
        @Nullable SimplePagedResultsControl next = SimplePagedResultsControl.get(page);
        cookie = next == null || !next.moreResultsToReturn() ? null : next.getCookie();
      } while (cookie != null && number < MAX_PEOPLE);
    } catch (LDAPException e) {
      throw new LdapAccessException(reason(e));
    } catch (GeneralSecurityException e) {
      throw new LdapAccessException("Java has no TLS here");
    }
    return new Reading(people.result(), cursor);
  }

  private Filter filter(Optional<String> since) throws LDAPException {
    Filter everybody = Filter.create(server.filter());
    return since
        .filter(cursor -> !cursor.isEmpty())
        .map(
            cursor ->
                Filter.createANDFilter(
                    everybody, Filter.createGreaterOrEqualFilter(CHANGED, cursor)))
        .orElse(everybody);
  }

  private LDAPConnection connected() throws LDAPException, GeneralSecurityException {
    LDAPConnectionOptions options = new LDAPConnectionOptions();
    options.setConnectTimeoutMillis(10_000);
    options.setResponseTimeoutMillis(60_000);
    options.setFollowReferrals(false);
    SSLContext context = trust == null ? SSLContext.getDefault() : trust;
    LDAPConnection connection =
        server.security() == LdapServer.Security.LDAPS
            ? new LDAPConnection(context.getSocketFactory(), options)
            : new LDAPConnection(options);
    try {
      connection.connect(server.host(), server.port());
      if (server.security() == LdapServer.Security.START_TLS) {
        ExtendedResult result =
            connection.processExtendedOperation(new StartTLSExtendedRequest(context));
        if (!result.getResultCode().equals(ResultCode.SUCCESS)) {
          throw new LDAPException(result.getResultCode(), "StartTLS is refused");
        }
      }
      if (!server.account().isEmpty()) {
        connection.bind(server.account(), server.password());
      }
      return connection;
    } catch (LDAPException e) {
      connection.close();
      throw e;
    }
  }

  /** Times of a server have one form, so that they are in order as texts. */
  private static String later(String cursor, @Nullable String changed) {
    return changed != null && changed.compareTo(cursor) > 0 ? changed : cursor;
  }

  /** What the library says may hold anything that was sent; the code says enough. */
  private String reason(LDAPException e) {
    return "The directory server "
        + server.host()
        + ":"
        + server.port()
        + " cannot be read: "
        + e.getResultCode().getName();
  }

  /**
   * What a reading has brought.
   *
   * @param people the people; their lines are the numbers of the entries, from 1
   * @param cursor from where the next reading of changes goes on; empty where nobody was read yet
   */
  public record Reading(ImportedPeople people, String cursor) {}
}
