package org.visavis.web.portal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.visavis.web.pages.Alternative;
import org.visavis.web.pages.ChannelKind;
import org.visavis.web.pages.Conversation;
import org.visavis.web.pages.Due;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.pages.RequestState;
import org.visavis.web.pages.View;

/**
 * What became of a request, for the customer who holds the secret link.
 *
 * <p>Forms post to {@code /{lang}/requests/{token}/…}: {@code messages} ({@code key, message}),
 * {@code withdraw}, {@code forget}, {@code reopen} ({@code key, message}) and {@code choose}
 * ({@code choose}: {@code wait} or {@code person:ID}).
 *
 * @param token the secret part of the link
 * @param state where the request stands
 * @param subject what it is about
 * @param channel how the customer wants to be answered
 * @param sentAt when it was sent
 * @param person the person concerned as the customer may see him or her now
 * @param personVisible whether the live status may be shown; else only name and face are
 * @param promise until when an answer is promised; empty where nothing is
 * @param position the place on the waitlist, counted from 1; 0 where there is none
 * @param reason why it was declined or ended, in the employee's words; may be empty
 * @param conversation messages and timeline
 * @param alternatives colleagues to choose
 * @param appointment the time of an appointment; empty where none can be had
 * @param draft an answer that could not be sent and is kept
 * @param errors what to correct
 * @param key makes a double submit harmless
 * @param helper who helped the customer last, where that person is shown
 * @param later when the person goes on with it, or could care for it; empty where no time is known
 * @param proposesTimes whether the person proposes that a time is booked
 * @param mayGiveFeedback whether a word can be said to the person
 */
public record TrackingView(
    String token,
    RequestState state,
    String subject,
    ChannelKind channel,
    Instant sentAt,
    PersonCard person,
    boolean personVisible,
    Optional<Due> promise,
    int position,
    String reason,
    Conversation conversation,
    List<Alternative> alternatives,
    Optional<Appointment> appointment,
    String draft,
    List<FieldError> errors,
    String key,
    Optional<PersonCard> helper,
    Optional<Instant> later,
    boolean proposesTimes,
    boolean mayGiveFeedback)
    implements View {

  /** Copies the lists. */
  public TrackingView {
    alternatives = List.copyOf(alternatives);
    errors = List.copyOf(errors);
  }

  /**
   * The time of an appointment.
   *
   * @param when the time in words; empty where none is booked yet
   * @param changeable whether another one can be booked
   */
  public record Appointment(Optional<String> when, boolean changeable) {}

  @Override
  public String template() {
    return "portal/tracking.jte";
  }
}
