package org.visavis.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.servlet.ServletContext;
import java.time.Clock;
import java.util.Optional;
import org.visavis.web.pages.Assets;
import org.visavis.web.pages.Pages;
import org.visavis.web.pages.Site;

/** Makes what all pages share. */
@ApplicationScoped
class PagesWiring {

  @Produces
  @Singleton
  Pages pages() {
    return Pages.precompiled();
  }

  @Produces
  @Singleton
  Site site(Settings settings, ServletContext context, Clock clock) {
    return Site.of(
        settings.organisation(),
        settings.baseUrl(),
        settings.zone(),
        settings.demo(),
        Assets.of(path -> Optional.ofNullable(context.getResourceAsStream(path))),
        clock);
  }
}
