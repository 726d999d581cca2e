package org.visavis.web.portal;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers at the root that the house stands, until the people page takes its place. */
@WebServlet("")
public final class HelloPage extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient TemplateEngine pages =
      TemplateEngine.createPrecompiled(null, ContentType.Html, HelloPage.class.getClassLoader());

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Utf8ByteOutput page = new Utf8ByteOutput();
    pages.render("hello.jte", "0.1", page);
    response.setContentType("text/html;charset=UTF-8");
    response.setContentLength(page.getContentLength());
    page.writeTo(response.getOutputStream());
  }
}
