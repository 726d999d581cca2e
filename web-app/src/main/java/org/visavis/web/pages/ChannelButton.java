package org.visavis.web.pages;

import java.time.Instant;
import java.util.Optional;

/**
 * A channel as a button: one click away, or in words why not.
 *
 * <p>A button without an address takes a lease (it posts {@code to} and {@code channel} to {@code
 * /{lang}/request}); one with an address is a link (telephone, video room, bookable times).
 *
 * @param kind the channel
 * @param openness whether it can be used now
 * @param href where a link leads, for example {@code tel:+4930123}; empty for a lease
 * @param detail what is shown small beside the word, for example the telephone number; may be empty
 * @param opensAt when a channel that opens later does so, if it is known
 * @param note why it is not open
 */
public record ChannelButton(
    ChannelKind kind,
    Openness openness,
    String href,
    String detail,
    Optional<Instant> opensAt,
    ChannelNote note) {

  /** A channel that takes a lease when clicked. */
  public static ChannelButton lease(ChannelKind kind, Openness openness, ChannelNote note) {
    return new ChannelButton(kind, openness, "", "", Optional.empty(), note);
  }

  /** A channel that is an address of its own. */
  public static ChannelButton link(
      ChannelKind kind, Openness openness, String href, String detail) {
    return new ChannelButton(kind, openness, href, detail, Optional.empty(), ChannelNote.NONE);
  }

  /** The same channel with the reason why it is not open. */
  public ChannelButton because(ChannelNote reason) {
    return new ChannelButton(kind, openness, href, detail, opensAt, reason);
  }

  /** The same channel with the instant at which it opens. */
  public ChannelButton openingAt(Instant instant) {
    return new ChannelButton(kind, openness, href, detail, Optional.of(instant), note);
  }

  /** Whether a click does something now. */
  public boolean usable() {
    return openness == Openness.OPEN || openness == Openness.WAITLIST;
  }

  /** Whether a click takes a lease rather than following a link. */
  public boolean takesLease() {
    return href.isEmpty();
  }
}
