package org.visavis.web.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A mail as HTML: the same words as its text, without anything that would be fetched from outside.
 *
 * @param language the two letters of the language
 * @param subject the subject
 * @param blocks the paragraphs, in order
 */
public record LetterView(String language, String subject, List<Block> blocks) {

  private static final Pattern GAP = Pattern.compile("\n\n+");
  private static final String SIGNATURE = "-- \n";

  /** Copies the list. */
  public LetterView {
    blocks = List.copyOf(blocks);
  }

  /**
   * Answers the HTML form of a mail.
   *
   * @param ownAddress where the portal is; only lines that are such an address become links
   */
  static LetterView of(Mail mail, String ownAddress) {
    List<Block> blocks = new ArrayList<>();
    for (String paragraph : GAP.splitAsStream(mail.text()).toList()) {
      Kind kind = Kind.TEXT;
      List<String> lines = paragraph.lines().toList();
      if (paragraph.startsWith(SIGNATURE)) {
        kind = Kind.SMALL;
        lines = paragraph.substring(SIGNATURE.length()).lines().toList();
      } else if (lines.stream().allMatch(line -> line.startsWith(">"))) {
        kind = Kind.QUOTE;
        lines = lines.stream().map(line -> line.substring(1).strip()).toList();
      } else if (lines.size() == 1 && isLink(paragraph, ownAddress)) {
        kind = Kind.LINK;
      }
      blocks.add(new Block(kind, lines));
    }
    return new LetterView(mail.language().tag(), mail.subject(), blocks);
  }

  private static boolean isLink(String line, String ownAddress) {
    return line.startsWith(ownAddress + "/") && line.chars().noneMatch(Character::isWhitespace);
  }

  /** What a paragraph is. */
  public enum Kind {
    /** Plain words. */
    TEXT,
    /** Somebody's own words. */
    QUOTE,
    /** An address of the portal. */
    LINK,
    /** What stands below the signature. */
    SMALL
  }

  /**
   * A paragraph.
   *
   * @param kind what it is
   * @param lines its lines, without marks
   */
  public record Block(Kind kind, List<String> lines) {

    /** Copies the list. */
    public Block {
      lines = List.copyOf(lines);
    }
  }
}
