package org.visavis.web.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.View;

/**
 * Where an administrator invites people to their workspace: found by {@code q}, invited by posting
 * {@code person} (with {@code q}) to {@code /{lang}/admin/invitations}.
 *
 * @param q what was searched for
 * @param empty whether nobody is in the directory
 * @param people who was found, the best first; without a search those who have no account yet
 * @param total how many were found, those not listed included
 * @param invitation the invitation that was just made; its link is shown this once
 * @param errors why there is none
 */
public record InvitationsView(
    String q,
    boolean empty,
    List<Person> people,
    int total,
    Optional<Invitation> invitation,
    List<FieldError> errors)
    implements View {

  /** Copies the lists. */
  public InvitationsView {
    people = List.copyOf(people);
    errors = List.copyOf(errors);
  }

  @Override
  public String template() {
    return "identity/invitations.jte";
  }

  /**
   * Somebody who can be invited.
   *
   * @param id the person's id
   * @param name the name to display
   * @param title what the person is; may be empty
   * @param hasAccount whether the person signs in already, so that an invitation is a new password
   */
  public record Person(String id, String name, String title, boolean hasAccount) {}

  /**
   * A new invitation. Its text form does not reveal the link.
   *
   * @param name who is invited
   * @param user the name with which the person will sign in
   * @param link the address to hand over: whoever opens it first chooses the password
   * @param until when it ends
   */
  public record Invitation(String name, String user, String link, Instant until) {
    @Override
    public String toString() {
      return "Invitation[" + user + "]";
    }
  }
}
