package org.visavis.web.portal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.visavis.web.pages.ChannelKind;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.View;

/**
 * What a customer sees who wants to be told when somebody is free.
 *
 * <p>The form posts {@code to, channel, address} to {@code /{lang}/waitlist}; an entry's page posts
 * to {@code /{lang}/waitlist/{token}/confirm} and {@code /withdraw}.
 *
 * @param step how far it is
 * @param token the secret part of the entry's link, or an empty string
 * @param person the id of the person, for the form; an empty string elsewhere
 * @param name the person's name; empty where the public does not see the person now
 * @param channel the channel on which the customer wants to be answered
 * @param until when it ends by itself, where it waits
 * @param address what was typed, where it is to be corrected
 * @param errors what to correct
 */
public record WaitlistView(
    Step step,
    String token,
    String person,
    Optional<String> name,
    ChannelKind channel,
    Optional<Instant> until,
    String address,
    List<FieldError> errors)
    implements View {

  /** Copies the list. */
  public WaitlistView {
    errors = List.copyOf(errors);
  }

  /** A page that is the same for everybody. */
  static WaitlistView of(Step step) {
    return new WaitlistView(
        step, "", "", Optional.empty(), ChannelKind.MESSAGE, Optional.empty(), "", List.of());
  }

  @Override
  public String template() {
    return "portal/waitlist.jte";
  }

  /** How far it is. */
  public enum Step {
    /** An address is asked for. */
    ASK,
    /** A mail is on its way, if everything is in order. */
    ASKED,
    /** The owner of the address is asked to confirm. */
    CONFIRM,
    /** The entry waits. */
    WAITING,
    /** The entry was taken back. */
    WITHDRAWN,
    /** The entry is not there. */
    GONE;

    /** The word in keys: small letters. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
