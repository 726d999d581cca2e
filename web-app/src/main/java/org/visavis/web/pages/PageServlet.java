package org.visavis.web.pages;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What every page under a language shares: it knows its language from its address, renders a view
 * for whoever reads it, and answers a changing act with a redirect to the page that shows the
 * result.
 */
public abstract class PageServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  /** The status of a page whose form is to be corrected. */
  protected static final int UNPROCESSABLE = 422;

  /** The length of the language in an address, with its slash: {@code /de}. */
  private static final int LANGUAGE_LENGTH = 3;

  @Inject private transient Site site;
  @Inject private transient Pages pages;
  @Inject private transient Reader reader;

  /** Answers the frame of the page that is asked for. */
  protected final Page page(HttpServletRequest request) {
    String query = request.getQueryString();
    String path = request.getRequestURI().substring(LANGUAGE_LENGTH);
    return reader.on(site.page(language(request), query == null ? path : path + "?" + query));
  }

  /** Answers the language of the address; the servlet is mapped under languages only. */
  protected static Language language(HttpServletRequest request) {
    return Language.find(request.getServletPath().substring(1, LANGUAGE_LENGTH)).orElseThrow();
  }

  /** Answers the request with a page. */
  protected final void send(HttpServletResponse response, int status, Page page, View view)
      throws IOException {
    pages.send(response, status, page, view);
  }

  /** Leads to a page in the same language, where the result of a changing act is shown. */
  protected static void seeOther(
      HttpServletRequest request, HttpServletResponse response, String pathAfterLanguage) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", "/" + language(request).tag() + pathAfterLanguage);
  }

  /** Answers a field of a form or query without the space around it; empty where it is missing. */
  protected static String field(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  /**
   * Answers the n-th segment of the address behind the servlet's own, from 0; empty where there is
   * none.
   */
  protected static Optional<String> segment(HttpServletRequest request, int number) {
    String info = request.getPathInfo();
    if (info == null) {
      return Optional.empty();
    }
    String[] segments = info.substring(1).split("/", -1);
    return number < segments.length && !segments[number].isEmpty()
        ? Optional.of(segments[number])
        : Optional.empty();
  }

  /** Answers a text as it stands in the query of an address. */
  protected static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
