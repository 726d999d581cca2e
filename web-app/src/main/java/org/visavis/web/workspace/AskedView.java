package org.visavis.web.workspace;

import java.time.Instant;
import java.util.List;
import org.visavis.web.pages.ChannelKind;
import org.visavis.web.pages.View;

/**
 * What colleagues ask the employee: would you take this request?
 *
 * <p>Forms post to {@code /{lang}/workspace/asked/{id}/…}: {@code agree} and {@code refuse}.
 *
 * @param questions the questions, the longest waiting first
 */
public record AskedView(List<Question> questions) implements View {

  /** Copies the list. */
  public AskedView {
    questions = List.copyOf(questions);
  }

  @Override
  public String template() {
    return "workspace/asked.jte";
  }

  /**
   * A question about a request: enough to say yes or no, and not who the customer is.
   *
   * @param id the request's id
   * @param purpose {@code hand-over} or {@code counter-offer}
   * @param employee who asks, by name
   * @param words the words with which the employee is asked; may be empty
   * @param subject what it is about
   * @param channel how the customer wants to be answered
   * @param message what the customer wrote first
   * @param sentAt when
   */
  public record Question(
      String id,
      String purpose,
      String employee,
      String words,
      String subject,
      ChannelKind channel,
      String message,
      Instant sentAt) {}
}
