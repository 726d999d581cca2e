package org.visavis.web.mail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.visavis.web.pages.View;

/**
 * One mail of the demo's mail box.
 *
 * @param from who sends it
 * @param to who gets it
 * @param subject its subject
 * @param at when it was written
 * @param text the plain text; addresses of the web in it become links
 */
public record MailView(String from, String to, String subject, Instant at, String text)
    implements View {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]*[^\\s<>\".,;:)]");

  @Override
  public String template() {
    return "mail/mail.jte";
  }

  /** The text cut into links and what stands between them. */
  public List<Piece> pieces() {
    List<Piece> pieces = new ArrayList<>();
    Matcher link = LINK.matcher(text);
    int end = 0;
    while (link.find()) {
      pieces.add(new Piece(text.substring(end, link.start()), false));
      pieces.add(new Piece(link.group(), true));
      end = link.end();
    }
    pieces.add(new Piece(text.substring(end), false));
    return pieces;
  }

  /**
   * A piece of the text.
   *
   * @param text the piece
   * @param link whether it is an address of the web
   */
  public record Piece(String text, boolean link) {}
}
