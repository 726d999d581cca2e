package org.visavis.web.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.visavis.web.pages.Alternative;
import org.visavis.web.pages.ChannelKind;
import org.visavis.web.pages.Conversation;
import org.visavis.web.pages.Due;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.RequestState;
import org.visavis.web.pages.View;

/**
 * One request, for the employee who takes care of it.
 *
 * <p>Forms post to {@code /{lang}/workspace/requests/{id}/…}: {@code accept}, {@code reply} (fields
 * {@code key, message}; with {@code resolve=true} it resolves as well), {@code resolve}, {@code
 * accept-beyond}, {@code snooze} ({@code until}), {@code hand-over} and {@code ask} ({@code person,
 * words}), {@code unask}, {@code merge} (with the id of the other) and {@code decline} (fields
 * {@code key, reason, later} and the id of each proposed person as {@code person}).
 *
 * @param id the request's id
 * @param state where it stands
 * @param subject what it is about
 * @param channel how the customer wants to be answered
 * @param customer who asks
 * @param sentAt when it was sent
 * @param promise until when an answer is promised; empty where nothing is
 * @param appointment the time that is booked, in words
 * @param effort how many points it takes of the limit
 * @param conversation messages and timeline
 * @param colleagues who could be proposed when declining
 * @param draft a reply that could not be sent and is kept
 * @param reason words for declining that could not be sent and are kept
 * @param proposed the ids of the colleagues who were ticked then
 * @param errors what to correct
 * @param key makes a double submit harmless
 * @param helper whether the customer is shown the reader as who helped last
 * @param snoozedUntil until when it is laid aside
 * @param asked the name of the colleague who is asked about it; empty where nobody is
 * @param others what else the same customer wants, as far as it can become one with this
 */
public record CareView(
    String id,
    RequestState state,
    String subject,
    ChannelKind channel,
    Customer customer,
    Instant sentAt,
    Optional<Due> promise,
    Optional<String> appointment,
    int effort,
    Conversation conversation,
    List<Alternative> colleagues,
    String draft,
    String reason,
    List<String> proposed,
    List<FieldError> errors,
    String key,
    boolean helper,
    Optional<Instant> snoozedUntil,
    String asked,
    List<Other> others)
    implements View {

  /** Copies the lists. */
  public CareView {
    others = List.copyOf(others);
    colleagues = List.copyOf(colleagues);
    proposed = List.copyOf(proposed);
    errors = List.copyOf(errors);
  }

  @Override
  public String template() {
    return "workspace/care.jte";
  }

  /**
   * A customer.
   *
   * @param name the name
   * @param email the mail address
   * @param phone the telephone number, or an empty string
   * @param language the language by name, in the page's language; may be empty
   */
  public record Customer(String name, String email, String phone, String language) {}

  /**
   * Another request of the same customer.
   *
   * @param id its id
   * @param subject what it is about
   * @param sentAt when it was sent
   */
  public record Other(String id, String subject, Instant sentAt) {}
}
