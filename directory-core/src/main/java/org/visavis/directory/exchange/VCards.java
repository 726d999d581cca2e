package org.visavis.directory.exchange;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import ezvcard.io.text.VCardWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.visavis.directory.Employee;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.Profile;

/**
 * Reads people from vCards of the versions 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350) and writes them.
 * What no version has a property for (channels, region, time zone, office, last day) stands in
 * properties that begin with {@code X-VISAVIS-}. A broken card is refused with the line where it
 * begins, and the others are taken; nothing is ever thrown for what is in the file. Needs the
 * library ez-vcard. Thread-safe.
 *
 * <p>The UID is the person's id. A card without one is known by the part of its mail address before
 * the at sign.
 */
public final class VCards {

  private static final Map<String, String> PROPERTIES =
      Map.ofEntries(
          Map.entry("id", "UID"),
          Map.entry("displayName", "FN"),
          Map.entry("givenName", "N"),
          Map.entry("familyName", "N"),
          Map.entry("formOfAddress", "N"),
          Map.entry("title", "TITLE"),
          Map.entry("memberships", "ORG"),
          Map.entry("topics", "CATEGORIES"),
          Map.entry("languages", "LANG"),
          Map.entry("email", "EMAIL"),
          Map.entry("phone", "TEL"),
          Map.entry("links", "URL"),
          Map.entry("about", "NOTE"),
          Map.entry("channels", "X-VISAVIS-CHANNEL"),
          Map.entry("region", "X-VISAVIS-REGION"),
          Map.entry("timeZone", "X-VISAVIS-TIME-ZONE"),
          Map.entry("office", "X-VISAVIS-OFFICE"),
          Map.entry("leavesOn", "X-VISAVIS-LEAVES-ON"));

  private VCards() {}

  /** A version of the format. */
  public enum Version {
    /** Of 1996, which old telephones write. */
    V2_1(VCardVersion.V2_1),
    /** RFC 2426, which most programs write. */
    V3_0(VCardVersion.V3_0),
    /** RFC 6350. */
    V4_0(VCardVersion.V4_0);

    private final VCardVersion version;

    Version(VCardVersion version) {
      this.version = version;
    }

    /** Answers the name that a card itself has: {@code 3.0}. */
    public String code() {
      return version.getVersion();
    }

    /**
     * Answers the version of that name.
     *
     * @throws IllegalArgumentException when there is none; the message lists those that exist
     */
    public static Version from(String code) {
      for (Version one : values()) {
        if (one.code().equals(code.strip())) {
          return one;
        }
      }
      throw new IllegalArgumentException("A version of vCard is one of 2.1, 3.0, 4.0");
    }
  }

  /**
   * Reads all cards of a file. Does not close it.
   *
   * @throws java.io.UncheckedIOException when the stream fails
   */
  public static ImportedPeople read(InputStream file) {
    Collected people = new Collected(PROPERTIES);
    try {
      for (Block card : blocks(FileText.of(file))) {
        take(card, people);
      }
    } catch (UnreadableFileException e) {
      return e.nothing();
    }
    return people.result();
  }

  /**
   * Writes people so that {@link #read} reads them again, but for portraits, consents and what they
   * keep up themselves.
   *
   * @param out where to; is not closed
   * @throws IOException when it cannot be written
   */
  public static void write(
      Collection<Employee> people, Names names, Version version, Appendable out)
      throws IOException {
    for (Employee person : people) {
      out.append(text(PersonValues.of(person, names), names, version));
    }
  }

  /** Answers the card of a person as an audience may see it. */
  public static String card(Profile profile, Names names, Version version) {
    return text(PersonValues.of(profile, names), names, version);
  }

  private static String text(Entry entry, Names names, Version version) {
    StringWriter text = new StringWriter();
    try (VCardWriter writer = new VCardWriter(text, version.version)) {
      writer.setAddProdId(false);
      writer.setIncludeTrailingSemicolons(true);
      writer.write(CardWriting.card(entry, names, version.version));
    } catch (IOException e) {
      throw new IllegalStateException("A text in memory is always written", e);
    }
    return text.toString();
  }

  private static void take(Block block, Collected people) {
    if (!block.closed()) {
      people.refuse(block.line(), "The card that begins here is cut off: END:VCARD is missing");
      return;
    }
    try (VCardReader reader = new VCardReader(block.text())) {
      VCard card = reader.readNext();
      if (card == null) {
        people.refuse(block.line(), "The card that begins here cannot be read");
        return;
      }
      people.take(CardReading.entry(card, block.line()));
    } catch (BadCellException e) {
      people.refuse(block.line(), e);
    } catch (IOException | RuntimeException e) {
      people.refuse(block.line(), "The card that begins here cannot be read");
    }
  }

  /** Cuts a file into cards; cards within cards stay there. */
  private static List<Block> blocks(String text) {
    List<Block> blocks = new ArrayList<>();
    StringBuilder card = new StringBuilder();
    int depth = 0;
    int begin = 0;
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      boolean begins = isLine(line, "BEGIN:VCARD");
      if (depth == 0 && !begins) {
        if (!line.isBlank()) {
          throw new UnreadableFileException(number, "A card begins with BEGIN:VCARD");
        }
        continue;
      }
      if (begins && depth++ == 0) {
        begin = number;
      }
      card.append(line).append("\r\n");
      if (isLine(line, "END:VCARD") && --depth == 0) {
        blocks.add(new Block(begin, card.toString(), true));
        card.setLength(0);
      }
    }
    if (depth > 0) {
      blocks.add(new Block(begin, "", false));
    }
    return blocks;
  }

  private static boolean isLine(String line, String content) {
    return line.stripTrailing().equalsIgnoreCase(content);
  }

  private record Block(int line, String text, boolean closed) {}
}
