package org.visavis.presence.calendar;

import java.util.Locale;

/** Why a calendar was not fetched from its address. Each is something that somebody can act on. */
public enum FetchFailure {
  /** It is no address of a server, or writes a number in a way that means several. */
  NOT_AN_ADDRESS,
  /** It begins with something else than https, http or webcal. */
  OTHER_SCHEME,
  /** It names a port that is not fetched from. */
  OTHER_PORT,
  /** It holds a name and password; take an address that needs none. */
  CREDENTIALS,
  /** It is inside of the company's own network and is not fetched, unless an operator allows it. */
  INSIDE,
  /** There is no server of that name. */
  UNKNOWN_HOST,
  /** The server does not answer. */
  UNREACHABLE,
  /** The server's certificate is not that of the name, or nobody vouches for it. */
  NOT_TRUSTED,
  /** It took longer than {@link CalendarFetcher#LONGEST}. */
  TOO_SLOW,
  /** It has more than {@link CalendarReader#MAX_BYTES} bytes. */
  TOO_LARGE,
  /** It leads from one address to the next more than five times. */
  TOO_MANY_REDIRECTS,
  /** It leads from an encrypted address to one that is not. */
  LESS_SECURE,
  /** The server wants somebody to sign in, or has closed the calendar. */
  FORBIDDEN,
  /** The server has no such calendar, or no longer. */
  NOT_FOUND,
  /** The server answers with an error of its own. */
  SERVER_ERROR;

  /** Answers the name used in files and the API: lower case, with hyphens. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
