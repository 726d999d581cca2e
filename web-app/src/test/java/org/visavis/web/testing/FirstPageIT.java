package org.visavis.web.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import org.junit.jupiter.api.Test;

@PortalTest
class FirstPageIT {

  @Test
  void thePortalShowsItselfInABrowser(PortalServer portal, BrowserContext context) {
    Page page = context.newPage();

    Response response = page.navigate(portal.uri("/").toString());

    assertThat(response.status()).isEqualTo(200);
    assertThat(page.url()).endsWith("/en/people");
    assertThat(page.title()).startsWith("Who can help you?");
  }
}
