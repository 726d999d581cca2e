package org.visavis.web.mail;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.util.Date;

/**
 * Hands mails over to the mail server: as text and as HTML with the same words, marked as written
 * by a program (RFC 3834, so that no automatic answer comes back), under one Message-ID however
 * often it is tried, and in one conversation for each request. There is no Reply-To: answers go
 * through the link in the mail, where both sides see them. Thread-safe.
 */
final class Postman {

  private final MailServer server;
  private final String organisation;
  private final String ownAddress;
  private final TemplateEngine templates;
  private final Session session;

  /**
   * Takes the server and what every mail carries.
   *
   * @param organisation the sender's name, where the server's setting has none
   * @param ownAddress where the portal is reached from outside, without a slash at its end
   * @param templates the precompiled templates
   */
  Postman(MailServer server, String organisation, String ownAddress, TemplateEngine templates) {
    this.server = server;
    this.organisation = organisation;
    this.ownAddress = ownAddress;
    this.templates = templates;
    this.session = Session.getInstance(server.properties(), new SignIn(server));
  }

  /**
   * Hands a mail over. Blocks for up to a minute.
   *
   * @return false when the server refuses the address for good
   * @throws MessagingException when it was not taken now, but may be later
   */
  boolean send(Mail mail) throws MessagingException {
    MimeMessage message;
    try {
      message = message(mail);
    } catch (MessagingException | IllegalArgumentException unwritable) {
      return false;
    }
    try {
      Transport.send(message);
      return true;
    } catch (SendFailedException refused) {
      if (hasAddress(refused.getInvalidAddresses())
          && !hasAddress(refused.getValidSentAddresses())) {
        return false;
      }
      throw refused;
    }
  }

  /** Answers the message for a mail. */
  MimeMessage message(Mail mail) throws MessagingException {
    String id = "<" + mail.id() + "@" + server.domain() + ">";
    MimeMessage message = new NamedMessage(session, id);
    message.setFrom(sender());
    message.setRecipient(Message.RecipientType.TO, recipient(mail));
    message.setSubject(mail.subject(), "UTF-8");
    message.setSentDate(Date.from(mail.writtenAt()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", mail.language().tag());
    if (!mail.id().equals(mail.thread())) {
      String first = "<" + mail.thread() + "@" + server.domain() + ">";
      message.setHeader("In-Reply-To", first);
      message.setHeader("References", first);
    }
    MimeMultipart both = new MimeMultipart("alternative");
    both.addBodyPart(part(mail.text(), "plain"));
    both.addBodyPart(part(html(mail), "html"));
    message.setContent(both);
    message.saveChanges();
    return message;
  }

  private String html(Mail mail) {
    StringOutput html = new StringOutput();
    templates.render("mail/letter.jte", LetterView.of(mail, ownAddress), html);
    return html.toString();
  }

  private InternetAddress sender() throws MessagingException {
    InternetAddress sender = server.sender();
    return sender.getPersonal() == null ? named(sender.getAddress(), organisation) : sender;
  }

  private static InternetAddress recipient(Mail mail) throws MessagingException {
    String address = mail.toAddress();
    int at = address.lastIndexOf('@');
    String ascii = address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    InternetAddress recipient = named(ascii, mail.toName());
    recipient.validate();
    return recipient;
  }

  private static InternetAddress named(String address, String name) throws MessagingException {
    try {
      return name.isEmpty()
          ? new InternetAddress(address, true)
          : new InternetAddress(address, name, "UTF-8");
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every Java has UTF-8", e);
    }
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, "UTF-8", subtype);
    part.setDisposition(Part.INLINE);
    return part;
  }

  private static boolean hasAddress(
      jakarta.mail.Address @org.jspecify.annotations.Nullable [] list) {
    return list != null && list.length > 0;
  }

  /** A message that keeps the Message-ID that it is given. */
  private static final class NamedMessage extends MimeMessage {
    private final String id;

    NamedMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  /** Signs in as the configured user. */
  private static final class SignIn extends Authenticator {
    private final MailServer server;

    SignIn(MailServer server) {
      this.server = server;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
      return new PasswordAuthentication(server.user(), server.password());
    }
  }
}
