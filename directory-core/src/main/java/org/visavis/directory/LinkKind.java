package org.visavis.directory;

import java.net.URI;
import java.util.Locale;

/** What an address leads to, by its scheme. Each kind has an icon of its own. */
public enum LinkKind {
  /** A telephone call or text: {@code tel:}, {@code sms:}. */
  TELEPHONE,
  /** A mail: {@code mailto:}. */
  MAIL,
  /** A call over the internet: {@code sip:}, {@code sips:}. */
  SIP,
  /** A conversation by XMPP: {@code xmpp:}. */
  XMPP,
  /** A conversation by Matrix: {@code matrix:}. */
  MATRIX,
  /** A page: {@code https:}, {@code http:}. */
  WEB,
  /** Anything else. */
  OTHER;

  /** Answers the name used in files and the API: lower case. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Answers the kind of an address; one without a scheme is {@link #OTHER}. */
  public static LinkKind of(URI address) {
    String scheme = address.getScheme();
    if (scheme == null) {
      return OTHER;
    }
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "tel", "sms" -> TELEPHONE;
      case "mailto" -> MAIL;
      case "sip", "sips" -> SIP;
      case "xmpp" -> XMPP;
      case "matrix" -> MATRIX;
      case "https", "http" -> WEB;
      default -> OTHER;
    };
  }
}
