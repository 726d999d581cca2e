package org.visavis.directory.exchange;

import ezvcard.VCard;
import ezvcard.parameter.TelephoneType;
import ezvcard.property.Categories;
import ezvcard.property.Email;
import ezvcard.property.FormattedName;
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
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes an entry of a vCard. Used once. */
final class CardReading {

  private final VCard card;
  private final Entry entry;
  private final Map<String, String> labels = new HashMap<>();

  private CardReading(VCard card, int line) {
    this.card = card;
    this.entry = new Entry(line);
  }

  static Entry entry(VCard card, int line) {
    return new CardReading(card, line).entry();
  }

  private Entry entry() {
    Optional<String> mail =
        card.getEmails().stream()
            .filter(one -> !isLink(one))
            .flatMap(one -> Optional.ofNullable(one.getValue()).stream())
            .findFirst();
    mail.ifPresent(address -> entry.add("email", address));
    entry.add(
        "id",
        Optional.ofNullable(card.getUid())
            .map(Uid::getValue)
            .map(value -> value.replaceFirst("(?i)^urn:uuid:", ""))
            .orElseGet(() -> mail.map(CardReading::mailName).orElse("")));
    name();
    for (RawProperty property : card.getExtendedProperties()) {
      extended(property);
    }
    roles();
    for (Categories topics : card.getCategoriesList()) {
      topics.getValues().forEach(topic -> entry.add("topics", Cells.entry(topic)));
    }
    card.getLanguages().forEach(language -> add("languages", language.getValue()));
    for (Note note : card.getNotes()) {
      String column = Entry.named("about", language(note));
      if (entry.text(column).isEmpty()) {
        add(column, note.getValue());
      }
    }
    links();
    numbers();
    return entry;
  }

  private void name() {
    @Nullable StructuredName name = card.getStructuredName();
    if (name != null) {
      add("givenName", name.getGiven());
      add("familyName", name.getFamily());
      entry.add("formOfAddress", String.join(" ", name.getPrefixes()));
    }
    @Nullable FormattedName shown = card.getFormattedName();
    if (shown != null) {
      add("displayName", shown.getValue());
    }
  }

  private void extended(RawProperty property) {
    String name = property.getPropertyName().toUpperCase(Locale.ROOT);
    String value = CardProperties.unescaped(Optional.ofNullable(property.getValue()).orElse(""));
    Locale language = language(property);
    switch (name) {
      case "PRONOUNS", "X-PRONOUNS" -> entry.add("pronouns", language, value);
      case CardProperties.LABEL -> labels.put(group(property), value);
      case CardProperties.OWN + "OFFICE" -> entry.add("office", language, value);
      case CardProperties.OWN + "REGION" -> entry.add("region", value);
      case CardProperties.OWN + "TIME-ZONE" -> entry.add("timeZone", value);
      case CardProperties.OWN + "NAME-ORDER" -> entry.add("nameOrder", value);
      case CardProperties.OWN + "LEAVES-ON" -> entry.add("leavesOn", value);
      case CardProperties.OWN + "LANGUAGE" -> entry.add("languages", value);
      case CardProperties.OWN + "TOPIC" -> entry.add("topics", Cells.entry(value));
      case CardProperties.OWN + "CHANNEL" -> entry.add("channels", value);
      default -> {}
    }
  }

  /** The title in a department has the department's group; others belong to the first one. */
  private void roles() {
    Map<String, String> departments = new LinkedHashMap<>();
    int number = 0;
    for (Organization organisation : card.getOrganizations()) {
      List<String> units = organisation.getValues();
      // The first is the company, the last the smallest unit.
      String unit = units.size() > 1 ? units.get(units.size() - 1) : "";
      if (!unit.isBlank()) {
        String group = group(organisation);
        departments.put(group.isEmpty() ? "#" + ++number : group, unit);
        entry.add("memberships", Cells.entry(unit));
      }
    }
    for (Title title : card.getTitles()) {
      @Nullable String department = departments.get(group(title));
      String text = Optional.ofNullable(title.getValue()).orElse("");
      if (department != null) {
        entry.add(Entry.named("memberships", language(title)), Cells.entry(department, text));
      } else if (entry.text(Entry.named("title", language(title))).isEmpty()) {
        entry.add("title", language(title), text);
      }
    }
  }

  private void links() {
    for (Url url : card.getUrls()) {
      link(url, url.getValue());
    }
    for (Impp impp : card.getImpps()) {
      link(impp, Optional.ofNullable(impp.getUri()).map(Object::toString).orElse(""));
    }
    for (Email mail : card.getEmails()) {
      if (isLink(mail)) {
        link(mail, "mailto:" + mail.getValue());
      }
    }
    for (Telephone number : card.getTelephoneNumbers()) {
      if (isLink(number)) {
        link(number, "tel:" + text(number));
      }
    }
  }

  private void link(VCardProperty property, @Nullable String address) {
    if (address != null && !address.isBlank()) {
      String label = labels.getOrDefault(group(property), "");
      entry.add("links", Cells.entry(address.strip(), label));
    }
  }

  /** The first number that is no mobile telephone's and no fax machine's is the one to call. */
  private void numbers() {
    for (Telephone number : card.getTelephoneNumbers()) {
      List<TelephoneType> types = number.getTypes();
      if (isLink(number) || types.contains(TelephoneType.FAX) || text(number).isBlank()) {
        continue;
      }
      boolean mobile = types.contains(TelephoneType.CELL);
      String column = mobile ? "mobile" : "phone";
      if (entry.text(column).isEmpty() && !(mobile && hasChannels())) {
        entry.add(column, text(number));
      }
    }
  }

  private boolean hasChannels() {
    return !entry.list("channels").isEmpty();
  }

  private static String text(Telephone number) {
    if (number.getUri() != null) {
      return number.getUri().toString().replaceFirst("(?i)^tel:", "");
    }
    return Optional.ofNullable(number.getText()).orElse("").replaceFirst("(?i)^tel:", "");
  }

  private static boolean isLink(VCardProperty property) {
    return group(property).startsWith(CardProperties.LINK);
  }

  private static String group(VCardProperty property) {
    return Optional.ofNullable(property.getGroup()).orElse("").toLowerCase(Locale.ROOT);
  }

  private static Locale language(VCardProperty property) {
    return Optional.ofNullable(property.getParameter("LANGUAGE"))
        .map(tag -> Locale.forLanguageTag(tag.replace('_', '-')))
        .orElse(Locale.ROOT);
  }

  private void add(String column, @Nullable String value) {
    if (value != null) {
      entry.add(column, value);
    }
  }

  private static String mailName(String address) {
    int at = address.indexOf('@');
    return at < 0 ? "" : address.substring(0, at).toLowerCase(Locale.ROOT);
  }
}
