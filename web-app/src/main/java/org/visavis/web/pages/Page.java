package org.visavis.web.pages;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The frame of one page: in which language, where, when and for whom. Made by {@link Site#page}.
 *
 * @param site what is the same on all pages
 * @param language the language of the page
 * @param path the address after the language, with its query
 * @param now the instant as of which the page is written
 * @param signedIn who is signed in, if anybody
 * @param notice what was just done, said once at the top
 */
public record Page(
    Site site,
    Language language,
    String path,
    Instant now,
    Optional<SignedIn> signedIn,
    Optional<Phrase> notice) {

  /** The same page for somebody who is signed in. */
  public Page forUser(SignedIn user) {
    return new Page(site, language, path, now, Optional.of(user), notice);
  }

  /** The same page, saying at its top what was just done. */
  public Page saying(Phrase done) {
    return new Page(site, language, path, now, signedIn, Optional.of(done));
  }

  /** The texts in the page's language. */
  public Texts texts() {
    return site.texts(language);
  }

  /** A text without gaps. */
  public String t(String key) {
    return texts().of(key);
  }

  /** A text with its gaps filled. */
  public String t(String key, Object... arguments) {
    return texts().of(key, arguments);
  }

  /** A phrase. */
  public String t(Phrase phrase) {
    return texts().of(phrase, now);
  }

  /** A text that depends on a number. */
  public String count(String key, long number) {
    return texts().count(key, number);
  }

  /** The time of day if the instant is today, else with the day. */
  public String moment(Instant instant) {
    return texts().moment(instant, now);
  }

  /** An end, for example “until 18:00”. */
  public String until(Instant end) {
    return texts().until(end, now);
  }

  /** The status' word, for example “On holiday”. */
  public String status(StatusKind kind) {
    return t("status." + kind.code());
  }

  /** An address of the portal in the page's language. */
  public String href(String pathAfterLanguage) {
    return "/" + language.tag() + pathAfterLanguage;
  }

  /** This page in a language. */
  public String in(Language other) {
    return "/" + other.tag() + path;
  }

  /** A key that nobody has had yet, so that a form that is sent twice does one thing. */
  public String freshKey() {
    return UUID.randomUUID().toString();
  }

  /** An asset with its content's hash. */
  public String asset(String name) {
    return site.assets().href(name);
  }

  /** The words with which the live status is written in the browser, as JSON. */
  public String liveTexts() {
    return LiveWords.of(texts());
  }

  /** A complete address, for search engines and mails. */
  public String absolute(String href) {
    return href.startsWith("/") ? site.baseUrl() + href : href;
  }
}
