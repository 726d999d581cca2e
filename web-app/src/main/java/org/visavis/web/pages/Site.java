package org.visavis.web.pages;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What is the same on all pages of one portal. Immutable and thread-safe; one per application. */
public final class Site {

  private final String organisation;
  private final String baseUrl;
  private final boolean demo;
  private final Assets assets;
  private final InstantSource clock;
  private final Map<Language, Texts> texts = new EnumMap<>(Language.class);

  private Site(
      String organisation,
      String baseUrl,
      ZoneId zone,
      boolean demo,
      Assets assets,
      InstantSource clock) {
    this.organisation = organisation;
    this.baseUrl = baseUrl.endsWith("/") ? baseUrl.substring(0, baseUrl.length() - 1) : baseUrl;
    this.demo = demo;
    this.assets = assets;
    this.clock = clock;
    for (Language language : Language.values()) {
      texts.put(language, Texts.of(language, zone));
    }
  }

  /**
   * A portal.
   *
   * @param organisation the name of the organisation, shown beside the product's
   * @param baseUrl where the portal is reached from outside, for example {@code
   *     https://people.example.com}
   * @param zone the zone in which times are written
   * @param demo whether the demo organisation is shown, with its mail page and its sign-in hint
   * @param assets the addresses of style sheets and scripts
   * @param clock tells the time
   */
  public static Site of(
      String organisation,
      String baseUrl,
      ZoneId zone,
      boolean demo,
      Assets assets,
      InstantSource clock) {
    return new Site(organisation, baseUrl, zone, demo, assets, clock);
  }

  /** The name of the organisation. */
  public String organisation() {
    return organisation;
  }

  /** The outside address without a slash at its end. */
  public String baseUrl() {
    return baseUrl;
  }

  /** Whether the demo organisation is shown. */
  public boolean demo() {
    return demo;
  }

  /** The texts of a language. */
  public Texts texts(Language language) {
    return Objects.requireNonNull(texts.get(language));
  }

  Assets assets() {
    return assets;
  }

  /**
   * The frame of one page, as of now, for somebody who is not signed in.
   *
   * @param path the address after the language, with its query, for example {@code /people?q=tax}
   */
  public Page page(Language language, String path) {
    Instant now = clock.instant();
    return new Page(this, language, path, now, Optional.empty(), Optional.empty());
  }
}
