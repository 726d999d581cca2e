package org.visavis.web.pages;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** Writes pages from their precompiled templates. Thread-safe; one per application. */
public final class Pages {

  private final TemplateEngine engine;

  private Pages(TemplateEngine engine) {
    this.engine = engine;
  }

  /** The pages whose templates were compiled with the application. */
  public static Pages precompiled() {
    return new Pages(
        TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader()));
  }

  /** The page as UTF-8, for example to keep it. */
  public byte[] render(Page page, View view) {
    Utf8ByteOutput output = new Utf8ByteOutput();
    render(page, view, output);
    return output.toByteArray();
  }

  /** Writes the page. */
  public void render(Page page, View view, TemplateOutput output) {
    engine.render(view.template(), Map.of("page", page, "view", view), output);
  }

  /**
   * Answers a request with a page.
   *
   * @param status the HTTP status
   * @throws IOException if the client does not take it
   */
  public void send(HttpServletResponse response, int status, Page page, View view)
      throws IOException {
    byte[] body = render(page, view);
    response.setStatus(status);
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Content-Language", page.language().tag());
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
