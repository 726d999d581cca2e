package org.visavis.web.portal;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.visavis.web.pages.Alternative;
import org.visavis.web.pages.ChannelKind;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.pages.View;

/**
 * The form in which a customer writes to the chosen person.
 *
 * <p>It posts {@code key, name, email, phone, subject, message, ifUnavailable}, and {@code other}
 * for each colleague who may take it as well, and {@code follows}, to its own address. Where the
 * person is no longer free, the buttons add {@code choose}: {@code wait}, {@code write} or {@code
 * person:ID}. {@code POST …/release} lets the place go.
 *
 * @param person the chosen person
 * @param channel the chosen channel
 * @param lease the id of the lease
 * @param hold whether the place is held
 * @param heldUntil until when the place is held; the instant of the end where it was lost
 * @param promisedBy until when an answer would be promised now; empty where nothing would be
 * @param input what was typed so far
 * @param errors what to correct, in the order of the fields
 * @param key makes a double submit harmless
 * @param alternatives colleagues to choose, where the person is no longer free; elsewhere those who
 *     may take it as well, if the customer says so
 * @param canWait whether the customer may wait for the person on this channel
 * @param canWrite whether the customer may leave a message instead
 */
public record RequestFormView(
    PersonCard person,
    ChannelKind channel,
    String lease,
    Hold hold,
    Optional<Instant> heldUntil,
    Optional<Instant> promisedBy,
    Input input,
    List<FieldError> errors,
    String key,
    List<Alternative> alternatives,
    boolean canWait,
    boolean canWrite)
    implements View {

  /** Copies the lists. */
  public RequestFormView {
    errors = List.copyOf(errors);
    alternatives = List.copyOf(alternatives);
  }

  @Override
  public String template() {
    return "portal/request.jte";
  }

  /** Whether a field has to be corrected. */
  public boolean wrong(String field) {
    return errors.stream().anyMatch(error -> error.field().equals(field));
  }

  /** What is to be corrected in a field. */
  public Optional<FieldError> error(String field) {
    return errors.stream().filter(error -> error.field().equals(field)).findFirst();
  }

  /** Whether the place is held for the customer. */
  public enum Hold {
    /** The place is held. */
    HELD,
    /** It had ended, and was taken again for the customer. */
    RENEWED,
    /** It has ended; sending looks for a place again. */
    ENDED,
    /** The person has no place now: the customer joins the waitlist by sending. */
    WAITLIST,
    /** It ended and the person is no longer free: the customer chooses. */
    LOST
  }

  /** What happens if the person becomes unavailable, as the customer says in advance. */
  public enum IfUnavailable {
    ASK,
    WAIT,
    COLLEAGUE;

    /** The word in form fields and keys: small letters, with hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * What was typed.
   *
   * @param others the ids of those who may take it as well
   * @param follows the secret of the request with which the customer was helped before; may be
   *     empty
   */
  public record Input(
      String name,
      String email,
      String phone,
      String subject,
      String message,
      IfUnavailable ifUnavailable,
      Set<String> others,
      String follows) {

    /** Copies the set. */
    public Input {
      others = Set.copyOf(others);
    }

    /** An untouched form. */
    public static Input empty() {
      return new Input("", "", "", "", "", IfUnavailable.ASK, Set.of(), "");
    }

    /** An untouched form of a customer who was helped before. */
    static Input following(String earlier) {
      return new Input("", "", "", "", "", IfUnavailable.ASK, Set.of(), earlier);
    }
  }
}
