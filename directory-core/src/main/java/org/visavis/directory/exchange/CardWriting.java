package org.visavis.directory.exchange;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.parameter.EmailType;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Categories;
import ezvcard.property.Email;
import ezvcard.property.Impp;
import ezvcard.property.Note;
import ezvcard.property.Organization;
import ezvcard.property.RawProperty;
import ezvcard.property.StructuredName;
import ezvcard.property.Telephone;
import ezvcard.property.Title;
import ezvcard.property.Uid;
import ezvcard.property.Url;
import ezvcard.property.VCardProperty;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.visavis.directory.LinkKind;

/** Makes a vCard of an entry. Used once. */
final class CardWriting {

  private final Entry entry;
  private final Names names;
  private final VCardVersion version;
  private final VCard card;

  private CardWriting(Entry entry, Names names, VCardVersion version) {
    this.entry = entry;
    this.names = names;
    this.version = version;
    this.card = new VCard(version);
  }

  static VCard card(Entry entry, Names names, VCardVersion version) {
    return new CardWriting(entry, names, version).card();
  }

  private VCard card() {
    card.setUid(new Uid(entry.text("id")));
    name();
    roles();
    topics();
    languages();
    if (!entry.text("email").isEmpty()) {
      card.addEmail(entry.text("email"), EmailType.WORK);
    }
    own("pronouns", CardProperties.pronouns(version));
    own("office", CardProperties.OWN + "OFFICE");
    own("region", CardProperties.OWN + "REGION");
    own("timeZone", CardProperties.OWN + "TIME-ZONE");
    own("nameOrder", CardProperties.OWN + "NAME-ORDER");
    own("leavesOn", CardProperties.OWN + "LEAVES-ON");
    for (String column : entry.columnsOf("about")) {
      Note note = card.addNote(entry.text(column));
      language(note, PersonCells.languageOf(column));
    }
    channels();
    links();
    return card;
  }

  private void name() {
    StructuredName name = new StructuredName();
    name.setGiven(entry.text("givenName"));
    name.setFamily(entry.text("familyName"));
    if (!entry.text("formOfAddress").isEmpty()) {
      name.getPrefixes().add(entry.text("formOfAddress"));
    }
    card.setStructuredName(name);
    card.setFormattedName(entry.shownName());
  }

  /** A department and the titles in it share a group. */
  private void roles() {
    int number = 0;
    for (Entry.Membership membership : entry.memberships()) {
      String group = CardProperties.ROLE + ++number;
      Organization organisation = new Organization();
      organisation.getValues().add(names.organisation());
      organisation.getValues().add(membership.department());
      organisation.setGroup(group);
      card.addOrganization(organisation);
      membership.titles().forEach((language, title) -> title(title, language).setGroup(group));
    }
    if (number == 0 && !names.organisation().isEmpty()) {
      card.setOrganization(names.organisation());
    }
    for (String column : entry.columnsOf("title")) {
      title(entry.text(column), PersonCells.languageOf(column));
    }
  }

  private Title title(String text, Locale language) {
    Title title = card.addTitle(text);
    language(title, language);
    return title;
  }

  private void topics() {
    if (version == VCardVersion.V2_1) {
      for (String topic : entry.list("topics")) {
        own(CardProperties.OWN + "TOPIC", Cells.plain(topic), Locale.ROOT);
      }
    } else if (!entry.list("topics").isEmpty()) {
      Categories topics = new Categories();
      entry.list("topics").forEach(topic -> topics.getValues().add(Cells.plain(topic)));
      card.addCategories(topics);
    }
  }

  private void languages() {
    for (String language : entry.list("languages")) {
      if (version == VCardVersion.V4_0) {
        card.addLanguage(language);
      } else {
        own(CardProperties.OWN + "LANGUAGE", language, Locale.ROOT);
      }
    }
  }

  /** The telephone number that may be shown is there for everybody's address book as well. */
  private void channels() {
    for (String channel : entry.list("channels")) {
      own(CardProperties.OWN + "CHANNEL", channel, Locale.ROOT);
      List<String> parts = Cells.parts(channel);
      if (parts.size() == 2 && parts.get(1).startsWith("tel:")) {
        card.addTelephoneNumber(parts.get(1).substring(4), TelephoneType.WORK);
      }
    }
  }

  private void links() {
    int number = 0;
    for (String link : entry.list("links")) {
      List<String> parts = Cells.parts(link);
      String group = CardProperties.LINK + ++number;
      link(parts.get(0)).setGroup(group);
      if (parts.size() > 1) {
        own(CardProperties.LABEL, parts.get(1), Locale.ROOT).setGroup(group);
      }
    }
  }

  private VCardProperty link(String address) {
    URI uri = URI.create(address);
    String rest = address.substring(address.indexOf(':') + 1);
    switch (LinkKind.of(uri)) {
      case TELEPHONE -> {
        if (address.startsWith("tel:")) {
          Telephone number = new Telephone(rest);
          card.addTelephoneNumber(number);
          return number;
        }
      }
      case MAIL -> {
        if (address.startsWith("mailto:") && rest.indexOf('?') < 0 && rest.indexOf('%') < 0) {
          Email mail = new Email(rest);
          card.addEmail(mail);
          return mail;
        }
      }
      case SIP, XMPP, MATRIX -> {
        if (version != VCardVersion.V2_1) {
          Impp impp = new Impp(uri);
          card.addImpp(impp);
          return impp;
        }
      }
      default -> {}
    }
    Url url = new Url(address);
    card.addUrl(url);
    return url;
  }

  private void own(String base, String property) {
    for (String column : entry.columnsOf(base)) {
      own(property, entry.text(column), PersonCells.languageOf(column));
    }
  }

  private RawProperty own(String property, String text, Locale language) {
    RawProperty own = card.addExtendedProperty(property, CardProperties.escaped(text));
    language(own, language);
    return own;
  }

  private static void language(VCardProperty property, Locale language) {
    if (!language.getLanguage().isEmpty()) {
      property.setParameter("LANGUAGE", language.getLanguage());
    }
  }
}
