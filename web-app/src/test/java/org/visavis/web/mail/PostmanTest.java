package org.visavis.web.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.visavis.web.mail.MailServer.Encryption;
import org.visavis.web.pages.Language;

class PostmanTest {

  private static final String OWN = "https://people.example";

  private final GreenMail smtp = new GreenMail(ServerSetup.SMTP.dynamicPort());

  @BeforeEach
  void start() {
    smtp.start();
  }

  @AfterEach
  void stop() {
    smtp.stop();
  }

  @Test
  void mailArrivesAsTextAndHtmlFromTheOrganisation() throws Exception {
    assertThat(postman().send(mail("r1.customer", "r1.customer", "Zoë", "Hallo Jürgen", text())))
        .isTrue();

    MimeMessage message = received();
    assertThat(message.getMessageID()).isEqualTo("<r1.customer@people.example>");
    assertThat(message.getSubject()).isEqualTo("Hallo Jürgen");
    assertThat(message.getHeader("From", null)).contains("<hello@people.example>");
    assertThat(message.getFrom()[0].toString()).contains("hello@people.example");
    assertThat(message.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
    assertThat(message.getReplyTo()).isEqualTo(message.getFrom());
    assertThat(message.getHeader("References")).isNull();
    MimeMultipart both = (MimeMultipart) message.getContent();
    assertThat(both.getContentType()).startsWith("multipart/alternative");
    assertThat(both.getBodyPart(0).getContent().toString().replace("\r\n", "\n")).isEqualTo(text());
    assertThat(both.getBodyPart(1).getContent().toString())
        .contains("<a href=\"https://people.example/en/requests/abc\"")
        .contains("<blockquote", "1 &lt; 2 &amp; &lt;script&gt;<br>", "http://evil.example")
        .doesNotContain("href=\"http://evil.example", "<script", "src=");
  }

  @Test
  void laterMailsAnswerTheFirstOne() throws Exception {
    postman().send(mail("r1.customer.7f", "r1.customer", "Mo", "Again", "Hello"));

    MimeMessage message = received();
    assertThat(message.getMessageID()).isEqualTo("<r1.customer.7f@people.example>");
    assertThat(message.getHeader("In-Reply-To", null)).isEqualTo("<r1.customer@people.example>");
    assertThat(message.getHeader("References", null)).isEqualTo("<r1.customer@people.example>");
  }

  @Test
  void nobodyAddsFieldsByANameOrASubject() throws Exception {
    String hostile = "Mo\r\nBcc: victim@example.org\r\n\r\n<script>";
    for (String name : List.of(hostile, "Mo\u2028Bcc: v@example.org", "\"Mo\" <v@example.org>,")) {
      smtp.purgeEmailFromAllMailboxes();
      postman().send(mail("r1.employee", "r1.employee", name, hostile, "Hello"));

      assertThat(smtp.getReceivedMessages()).hasSize(1);
      MimeMessage message = received();
      assertThat(message.getHeader("Bcc")).isNull();
      assertThat(message.getAllRecipients()).hasSize(1);
      assertThat(message.getRecipients(Message.RecipientType.TO)[0].toString())
          .contains("mo@example.org");
      assertThat(Collections.list(message.getAllHeaders()))
          .extracting(Header::getName)
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void sendingAgainKeepsEveryByteOfTheHead() throws Exception {
    Mail mail = mail("r1.customer", "r1.customer", "Mo", "Once", "Hello");
    postman().send(mail);
    postman().send(mail);

    assertThat(smtp.getReceivedMessages())
        .extracting(message -> message.getMessageID() + message.getSentDate())
        .containsExactly(
            "<r1.customer@people.example>" + smtp.getReceivedMessages()[0].getSentDate(),
            "<r1.customer@people.example>" + smtp.getReceivedMessages()[0].getSentDate());
  }

  @Test
  void addressThatCannotBeWrittenIsRefusedForGood() throws Exception {
    Mail odd =
        new Mail(
            "r",
            "r",
            Occasion.CONFIRMED,
            Language.EN,
            "",
            "a(b@example.org",
            "S",
            "T",
            Requests.NOW);
    assertThat(postman().send(odd)).isFalse();
  }

  @Test
  void internationalDomainsAreWrittenInAscii() throws Exception {
    Mail mail =
        new Mail(
            "r",
            "r",
            Occasion.CONFIRMED,
            Language.EN,
            "",
            "mo@bücher.example",
            "S",
            "T",
            Requests.NOW);
    ByteArrayOutputStream raw = new ByteArrayOutputStream();
    postman().message(mail).writeTo(raw);
    assertThat(raw.toString("UTF-8")).contains("To: mo@xn--bcher-kva.example");
  }

  @Test
  void serverThatIsDownIsTriedAgainLater() {
    Postman postman = postman();
    smtp.stop();
    assertThatThrownBy(() -> postman.send(mail("r", "r", "Mo", "S", "T")))
        .isInstanceOf(jakarta.mail.MessagingException.class);
  }

  @Test
  void passwordTravelsEncryptedUnlessSomebodySaysOtherwise() {
    assertThat(Encryption.from("", true)).isEqualTo(Encryption.REQUIRED);
    assertThat(Encryption.from("", false)).isEqualTo(Encryption.OPTIONAL);
    assertThat(Encryption.from("OFF", true)).isEqualTo(Encryption.OFF);
    assertThatThrownBy(() -> Encryption.from("yes", true))
        .hasMessageContaining("required, optional or off");
  }

  private Postman postman() {
    MailServer server =
        new MailServer(
            "localhost",
            smtp.getSmtp().getPort(),
            "",
            "",
            "hello@people.example",
            Encryption.OPTIONAL);
    return new Postman(
        server,
        "Nahwärts",
        OWN,
        TemplateEngine.createPrecompiled(
            null, ContentType.Html, PostmanTest.class.getClassLoader()));
  }

  private MimeMessage received() {
    assertThat(smtp.getReceivedMessages()).hasSize(1);
    return smtp.getReceivedMessages()[0];
  }

  private static String text() {
    return "Hello,\n\n> 1 < 2 & <script>\n> http://evil.example\n\nhttp://evil.example/x\n\n"
        + OWN
        + "/en/requests/abc\n\n-- \nBye";
  }

  private static Mail mail(String id, String thread, String name, String subject, String text) {
    return new Mail(
        id,
        thread,
        Occasion.CONFIRMED,
        Language.EN,
        name,
        "mo@example.org",
        subject,
        text,
        Requests.NOW);
  }
}
