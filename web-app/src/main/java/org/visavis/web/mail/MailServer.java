package org.visavis.web.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;

/**
 * Where mails are handed over, and in whose name. Immutable; its text form has no password.
 *
 * @param host its name
 * @param port 1 to 65535
 * @param user who signs in; empty for nobody
 * @param password the password of the user
 * @param from the address in whose name mails are sent, also as {@code Name <address>}
 * @param encryption whether the connection is encrypted by STARTTLS
 */
record MailServer(
    String host, int port, String user, String password, String from, Encryption encryption) {

  /** Whether the connection is encrypted by STARTTLS (RFC 3207). */
  enum Encryption {
    /** Nothing is sent without it. */
    REQUIRED,
    /** Where the server offers it. */
    OPTIONAL,
    /** Never. */
    OFF;

    /**
     * Answers the one of that name, in any case; for an empty name {@link #REQUIRED} where somebody
     * signs in, so that no password travels in the clear, else {@link #OPTIONAL}.
     *
     * @throws IllegalArgumentException when there is none; the message lists those that exist
     */
    static Encryption from(String name, boolean signsIn) {
      if (name.isBlank()) {
        return signsIn ? REQUIRED : OPTIONAL;
      }
      for (Encryption value : values()) {
        if (value.name().equalsIgnoreCase(name.strip())) {
          return value;
        }
      }
      throw new IllegalArgumentException("VISAVIS_SMTP_STARTTLS is required, optional or off");
    }
  }

  private static final String TIMEOUT_MILLIS = "15000";

  /**
   * @throws IllegalArgumentException when a part is missing or has another form; the message names
   *     the setting
   */
  MailServer {
    if (host.isBlank()) {
      throw new IllegalArgumentException("VISAVIS_SMTP_HOST is the name of a mail server");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("VISAVIS_SMTP_PORT is a number from 1 to 65535");
    }
    Objects.requireNonNull(encryption, "encryption");
    sender(from);
  }

  /** Answers the address in whose name mails are sent. */
  InternetAddress sender() {
    return sender(from);
  }

  /** Answers the part of the sender's address after the @. */
  String domain() {
    String address = sender().getAddress();
    return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  /** Answers whether somebody signs in. */
  boolean signsIn() {
    return !user.isEmpty();
  }

  /** Answers the properties of a Jakarta Mail session for this server; times are bounded. */
  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", host);
    properties.setProperty("mail.smtp.port", Integer.toString(port));
    properties.setProperty("mail.smtp.auth", Boolean.toString(signsIn()));
    properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.timeout", TIMEOUT_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", TIMEOUT_MILLIS);
    properties.setProperty(
        "mail.smtp.starttls.enable", Boolean.toString(encryption != Encryption.OFF));
    properties.setProperty(
        "mail.smtp.starttls.required", Boolean.toString(encryption == Encryption.REQUIRED));
    properties.setProperty(
        "mail.smtp.ssl.checkserveridentity", Boolean.toString(encryption == Encryption.REQUIRED));
    properties.setProperty("mail.smtp.localhost", domain());
    return properties;
  }

  private static InternetAddress sender(String from) {
    try {
      InternetAddress address = new InternetAddress(from, true);
      if (address.getAddress().indexOf('@') < 1) {
        throw new AddressException("no @");
      }
      return address;
    } catch (AddressException e) {
      throw new IllegalArgumentException(
          "VISAVIS_SMTP_FROM is an address such as people@example.org, or Name <address>", e);
    }
  }

  @Override
  public String toString() {
    return "MailServer[" + host + ":" + port + ", " + encryption + "]";
  }
}
