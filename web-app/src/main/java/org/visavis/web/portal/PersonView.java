package org.visavis.web.portal;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.visavis.web.pages.ChannelButton;
import org.visavis.web.pages.ChannelKind;
import org.visavis.web.pages.Json;
import org.visavis.web.pages.Link;
import org.visavis.web.pages.Page;
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
 * @param formOfAddress what stands before the name, or an empty string
 * @param pronouns how to speak of the person, or an empty string
 * @param office where a visitor finds the person, or an empty string
 * @param away what there is to say of an absence that is going on
 * @param tell the channel of whose opening a customer may be told; empty where all are open
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
    List<PersonCard> colleagues,
    String formOfAddress,
    String pronouns,
    String office,
    Optional<Away> away,
    Optional<ChannelKind> tell)
    implements View {

  /** Copies the lists. */
  public PersonView {
    departments = List.copyOf(departments);
    topics = List.copyOf(topics);
    languages = List.copyOf(languages);
    links = List.copyOf(links);
    colleagues = List.copyOf(colleagues);
  }

  /**
   * What a customer wants to know while the person is away.
   *
   * @param back when the person is back, if that is known
   * @param deputy who stands in: somebody who agreed and is shown
   */
  public record Away(Optional<String> back, Optional<Link> deputy) {}

  @Override
  public String template() {
    return "portal/person.jte";
  }

  /** The name of the icon of a link, by what it leads to. */
  public static String icon(Link link) {
    return switch (link.href().replaceFirst(":.*", "").toLowerCase(Locale.ROOT)) {
      case "tel", "sms", "sip", "sips" -> "phone";
      case "mailto" -> "mail";
      case "xmpp", "matrix" -> "chat";
      default -> "external";
    };
  }

  /** Who the person is, for search engines: schema.org {@code Person} as JSON-LD. */
  public String structuredData(Page page) {
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("@context", "https://schema.org");
    data.put("@type", "Person");
    data.put("@id", page.absolute(page.href("/people/" + person.id())));
    data.put("url", page.absolute(page.href("/people/" + person.id())));
    data.put("name", person.name());
    data.put("jobTitle", person.title());
    if (person.portrait().hasPicture()) {
      data.put("image", page.absolute(person.portrait().large()));
    }
    data.put("worksFor", Map.of("@type", "Organization", "name", page.site().organisation()));
    data.put("knowsAbout", person.topics());
    data.put("knowsLanguage", languages);
    List<Object> contactPoints = new ArrayList<>();
    for (ChannelButton channel : person.channels()) {
      Map<String, Object> point = new LinkedHashMap<>();
      point.put("@type", "ContactPoint");
      point.put("contactType", page.t("channel." + channel.kind().code()));
      if (channel.href().startsWith("tel:")) {
        point.put("telephone", channel.href().substring("tel:".length()));
      } else {
        point.put("url", page.absolute(page.href("/people/" + person.id())));
      }
      contactPoints.add(point);
    }
    data.put("contactPoint", contactPoints);
    return Json.of(data);
  }
}
