package org.visavis.directory.exchange;

import ezvcard.VCardVersion;

/** What reading and writing of vCards have in common. Thread-safe. */
final class CardProperties {

  /** What no version has a property for stands in one that begins so. */
  static final String OWN = "X-VISAVIS-";

  /** What a link is; the name is the one that address books use. */
  static final String LABEL = "X-ABLABEL";

  /** The groups of links begin so: an address among them is not taken for the main one. */
  static final String LINK = "link";

  /** The groups of a department and the titles in it begin so. */
  static final String ROLE = "role";

  private CardProperties() {}

  /** RFC 9554 gives version 4.0 a property for pronouns. */
  static String pronouns(VCardVersion version) {
    return version == VCardVersion.V4_0 ? "PRONOUNS" : "X-PRONOUNS";
  }

  /** Texts as they stand in a property whose form the library does not know. */
  static String escaped(String text) {
    return text.replace("\\", "\\\\")
        .replace("\r", "")
        .replace("\n", "\\n")
        .replace(",", "\\,")
        .replace(";", "\\;");
  }

  static String unescaped(String value) {
    StringBuilder text = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      if (letter == '\\' && i + 1 < value.length()) {
        char next = value.charAt(++i);
        text.append(next == 'n' || next == 'N' ? '\n' : next);
      } else {
        text.append(letter);
      }
    }
    return text.toString();
  }
}
