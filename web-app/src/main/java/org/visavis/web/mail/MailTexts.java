package org.visavis.web.mail;

import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import org.visavis.web.pages.Language;

/**
 * The texts of mails, from {@code mails_de.properties} and {@code mails_en.properties}. Immutable
 * and thread-safe.
 */
final class MailTexts {

  private final Map<Language, ResourceBundle> bundles = new EnumMap<>(Language.class);

  /** Reads the texts of all languages. */
  MailTexts() {
    for (Language language : Language.values()) {
      bundles.put(
          language,
          ResourceBundle.getBundle(
              "org.visavis.web.mail.mails",
              language.locale(),
              MailTexts.class.getClassLoader(),
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES)));
    }
  }

  /**
   * Answers a text with its gaps filled.
   *
   * @throws java.util.MissingResourceException if there is no such text
   */
  String of(Language language, String key, Object... arguments) {
    ResourceBundle bundle = Objects.requireNonNull(bundles.get(language), "language");
    return new MessageFormat(bundle.getString(key), language.locale()).format(arguments);
  }
}
