package org.visavis.web.mail;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.visavis.web.pages.Language;

/**
 * One mail as it is kept in the outbox. Immutable; its text form reveals nothing of it.
 *
 * <p>What goes into the head of the mail is on one line whatever comes in, so that nobody can add a
 * field of the head by a name or a subject.
 *
 * @param id the part of its Message-ID before the @; 1 to 80 letters, digits, dots and hyphens
 * @param thread the id of the mail that begins the conversation; its own where it is that mail
 * @param occasion why it is written
 * @param language the language of the text
 * @param toName who gets it, at most 200 characters; empty where only the address shall be written
 * @param toAddress where it goes, at most 254 characters without blanks
 * @param subject one line of at most 300 characters
 * @param text the text; lines that begin with {@code >} are somebody's quoted words
 * @param writtenAt when it was written
 */
record Mail(
    String id,
    String thread,
    Occasion occasion,
    Language language,
    String toName,
    String toAddress,
    String subject,
    String text,
    Instant writtenAt) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,79}");
  private static final Pattern ADDRESS =
      Pattern.compile("[^\\s\\p{Cntrl}@<>]+@[^\\s\\p{Cntrl}@<>]+");
  private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  /**
   * @throws IllegalArgumentException when an id or the address has another form; the message does
   *     not tell which address
   */
  Mail {
    requireId(id);
    requireId(thread);
    Objects.requireNonNull(occasion, "occasion");
    Objects.requireNonNull(language, "language");
    Objects.requireNonNull(writtenAt, "writtenAt");
    if (!isAddress(toAddress)) {
      throw new IllegalArgumentException("toAddress is no mail address");
    }
    toName = oneLine(toName, 200);
    subject = oneLine(subject, 300);
    text = text.replace("\0", "");
  }

  /** Answers whether a mail can be written to that address. */
  static boolean isAddress(String text) {
    return text.length() <= 254 && ADDRESS.matcher(text).matches();
  }

  private static void requireId(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("A mail's id has letters, digits, dots and hyphens");
    }
  }

  private static String oneLine(String text, int most) {
    String line = UNSEEN.matcher(text).replaceAll(" ").strip();
    return line.length() <= most ? line : line.substring(0, most - 1).strip() + "…";
  }

  @Override
  public String toString() {
    return "Mail[" + id + ", " + occasion + "]";
  }
}
