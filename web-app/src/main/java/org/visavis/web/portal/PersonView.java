package org.visavis.web.portal;

import java.time.ZoneId;
import java.util.List;
import org.visavis.web.pages.Link;
import org.visavis.web.pages.PersonCard;
import org.visavis.web.pages.View;

/**
 * A person's page.
 *
 * @param person the person with status and channels
 * @param about a few sentences by the person, or an empty string
 * @param departments links to the people of each department
 * @param topics links to the people of each topic
 * @param languages the languages by name, in the page's language
 * @param zone where the person's day runs
 * @param links what the person publishes: a website, a profile, a contact form
 * @param cardHref the address of the business card (vCard), or an empty string
 * @param colleagues a few people of the same department who can be reached; may be empty
 */
public record PersonView(
    PersonCard person,
    String about,
    List<Link> departments,
    List<Link> topics,
    List<String> languages,
    ZoneId zone,
    List<Link> links,
    String cardHref,
    List<PersonCard> colleagues)
    implements View {

  /** Copies the lists. */
  public PersonView {
    departments = List.copyOf(departments);
    topics = List.copyOf(topics);
    languages = List.copyOf(languages);
    links = List.copyOf(links);
    colleagues = List.copyOf(colleagues);
  }

  @Override
  public String template() {
    return "portal/person.jte";
  }
}
