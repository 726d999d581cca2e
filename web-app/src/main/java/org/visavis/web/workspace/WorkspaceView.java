package org.visavis.web.workspace;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.visavis.web.pages.ChannelKind;
import org.visavis.web.pages.Due;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.RequestState;
import org.visavis.web.pages.StatusKind;
import org.visavis.web.pages.StatusView;
import org.visavis.web.pages.View;

/**
 * The employee's own page.
 *
 * <p>Forms post to {@code /{lang}/workspace/…}: {@code status} ({@code status, end, time, day,
 * note}; see {@link StatusForm}) and {@code heartbeat}.
 *
 * @param preview the card customers see, or would see
 * @param shown whether customers see the person now
 * @param explanation why, in complete sentences
 * @param status what is set, and for how long
 * @param taken how many effort points are taken now
 * @param limit the limit as it holds now, in effort points
 * @param asked how many colleagues wait for a word on standing in for them
 * @param questions about how many requests colleagues wait for a word
 * @param tab which part of the inbox is shown
 * @param counts how many requests each part of the inbox has
 * @param inbox the requests of that part, the most urgent first
 * @param errors what to correct
 * @param duty how many requests to departments ask for the employee
 */
public record WorkspaceView(
    PersonCard preview,
    boolean shown,
    List<Phrase> explanation,
    Status status,
    int taken,
    int limit,
    long asked,
    long questions,
    Tab tab,
    Counts counts,
    List<Item> inbox,
    List<FieldError> errors,
    int duty)
    implements View {

  /** Copies the lists. */
  public WorkspaceView {
    explanation = List.copyOf(explanation);
    inbox = List.copyOf(inbox);
    errors = List.copyOf(errors);
  }

  @Override
  public String template() {
    return "workspace/workspace.jte";
  }

  /**
   * The status and how it came about.
   *
   * @param now the status customers see
   * @param byHand whether it is set by hand; else it follows from calendar, hours or heartbeat
   * @param choices what can be set by hand
   * @param form what was typed, or what the form begins with
   * @param zone the zone in which the person types times, such as {@code Europe/Berlin}
   * @param endOfWork when the working day ends; empty where it has, or no hours are known
   */
  public record Status(
      StatusView now,
      boolean byHand,
      List<StatusKind> choices,
      StatusForm form,
      String zone,
      Optional<Instant> endOfWork) {

    /** Copies the choices. */
    public Status {
      choices = List.copyOf(choices);
    }
  }

  /** A part of the inbox; the query parameter is {@code show} with the name in small letters. */
  public enum Tab {
    OPEN,
    WAITING,
    RESOLVED;

    /** The word in form fields and keys: small letters, with hyphens. */
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** How many requests each part of the inbox has. */
  public record Counts(long open, long waiting, long resolved) {

    /** The number of one part. */
    public long of(Tab tab) {
      return tab == Tab.OPEN ? open : tab == Tab.WAITING ? waiting : resolved;
    }
  }

  /**
   * A request in the inbox.
   *
   * @param id the request's id
   * @param subject what it is about
   * @param customer the customer's name
   * @param channel how the customer wants to be answered
   * @param state where it stands
   * @param lastAt when something happened last
   * @param promise until when an answer is promised; empty where nothing is
   * @param appointment when a booked time begins
   * @param unread whether the customer wrote last and nobody has answered
   * @param excerpt how the last message begins
   */
  public record Item(
      String id,
      String subject,
      String customer,
      ChannelKind channel,
      RequestState state,
      Instant lastAt,
      Optional<Due> promise,
      Optional<Instant> appointment,
      boolean unread,
      String excerpt) {}
}
