package org.visavis.web.workspace;

import java.util.List;
import java.util.Map;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.Portrait;
import org.visavis.web.pages.View;

/**
 * The employee's own profile. Forms: {@code POST /workspace/profile} ({@code about-LANGUAGE,
 * pronouns, languages, links, topic}), {@code POST /workspace/profile/portrait} (multipart: {@code
 * file, photo-disclosure}), {@code POST /workspace/profile/portrait-removal}, {@code POST
 * /workspace/profile/consents} (a field for each attribute).
 *
 * @param face the own portrait, whoever may see it
 * @param photoDisclosure what is chosen for a new portrait
 * @param form the words
 * @param topics every topic of the company
 * @param consents who may see what
 * @param seen how each audience sees the person
 * @param errors what is wrong with what was sent
 */
public record ProfileView(
    Portrait face,
    String photoDisclosure,
    ProfileForm form,
    List<Topic> topics,
    List<ConsentRow> consents,
    List<Seen> seen,
    List<FieldError> errors)
    implements View {

  /** Copies the lists. */
  public ProfileView {
    topics = List.copyOf(topics);
    consents = List.copyOf(consents);
    seen = List.copyOf(seen);
    errors = List.copyOf(errors);
  }

  @Override
  public String template() {
    return "workspace/profile.jte";
  }

  /** A topic that can be chosen. */
  public record Topic(String id, String name, boolean chosen) {}

  /**
   * Who may see one attribute.
   *
   * @param attribute its code
   * @param chosen the code of the disclosure
   * @param since since when and on whose word
   */
  public record ConsentRow(String attribute, String chosen, Phrase since) {}

  /**
   * What one audience sees.
   *
   * @param audience its code
   * @param facts what else is seen: the key of a text and what it is, in the order of the page
   */
  public record Seen(
      String audience, Portrait face, String name, String title, Map<String, String> facts) {}
}
