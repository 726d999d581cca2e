package org.visavis.web.api;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;

/**
 * Serves the description of the API (OpenAPI 3.1), which the build has made: as YAML, or as JSON by
 * {@code ?format=json} or by what the client accepts.
 */
@WebServlet("/openapi")
public final class DescriptionServlet extends HttpServlet {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException {
    boolean json = isJson(request);
    response.setHeader("Vary", "Accept");
    response.setHeader("Cache-Control", "no-cache");
    response.setContentType(json ? "application/json" : "application/yaml");
    response.setCharacterEncoding("UTF-8");
    String file = json ? "/api/openapi.json" : "/api/openapi.yaml";
    try (InputStream description = DescriptionServlet.class.getResourceAsStream(file)) {
      if (description == null) {
        throw new ServletException("The build has made no " + file);
      }
      description.transferTo(response.getOutputStream());
    }
  }

  private static boolean isJson(HttpServletRequest request) {
    String format = request.getParameter("format");
    if (format != null) {
      return format.equalsIgnoreCase("json");
    }
    String accepted = request.getHeader("Accept");
    return accepted != null && accepted.contains("application/json");
  }
}
