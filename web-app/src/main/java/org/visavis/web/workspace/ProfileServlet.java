package org.visavis.web.workspace;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.visavis.directory.Attribute;
import org.visavis.directory.Disclosure;
import org.visavis.directory.Employee;
import org.visavis.directory.portrait.PortraitProcessor;
import org.visavis.directory.portrait.PortraitRefusal;
import org.visavis.directory.portrait.PortraitResult;
import org.visavis.web.guard.BodyLimit;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Page;

/** What an employee says about himself or herself, and who may see it. */
@WebServlet(urlPatterns = {"/de/workspace/profile/*", "/en/workspace/profile/*"})
@MultipartConfig(
    maxFileSize = BodyLimit.FILES,
    maxRequestSize = BodyLimit.FILES,
    // In memory: a photograph leaves no copy on the disk.
    fileSizeThreshold = (int) BodyLimit.FILES)
public final class ProfileServlet extends OwnPageServlet {

  @Serial private static final long serialVersionUID = 1L;
  private static final String PATH = "/workspace/profile";
  private static final Set<String> FORMS = Set.of("portrait", "portrait-removal", "consents");
  private static final Set<String> DONE =
      Set.of("words", "portrait", "portrait-removal", "consents");

  @Inject private transient OwnProfile profile;
  @Inject private transient ProfilePages pages;

  @Override
  void get(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    String form = form(request);
    if (form.isEmpty()) {
      Page page = saying(request, "profile.done.", DONE);
      send(
          response,
          HttpServletResponse.SC_OK,
          page,
          pages.of(employee, page.language(), Optional.empty(), List.of()));
    } else if (FORMS.contains(form)) {
      seeOther(request, response, PATH);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  @Override
  void post(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    switch (form(request)) {
      case "" -> say(request, response, employee);
      case "portrait" -> show(request, response, employee);
      case "portrait-removal" -> {
        profile.removePortrait(employee.id());
        seeOther(request, response, PATH + "?done=portrait-removal");
      }
      case "consents" -> disclose(request, response, employee);
      default -> response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private void say(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    Map<String, String> about = new HashMap<>();
    for (Language each : Language.values()) {
      about.put(each.tag(), lines(field(request, "about-" + each.tag())));
    }
    String[] topics = request.getParameterValues("topic");
    ProfileForm form =
        new ProfileForm(
            about,
            field(request, "pronouns"),
            field(request, "languages"),
            lines(field(request, "links")),
            topics == null ? List.of() : Arrays.asList(topics));
    List<FieldError> errors = form.errors();
    if (errors.isEmpty()) {
      profile.say(
          employee.id(),
          form.toWords(
              OwnProfile.Words.of(employee),
              language(request),
              topic -> directory().findTopic(topic).isPresent()));
      seeOther(request, response, PATH + "?done=words");
    } else {
      wrong(request, response, employee, Optional.of(form), errors);
    }
  }

  /** Browsers send the end of a line as two characters. */
  private static String lines(String text) {
    return text.replace("\r\n", "\n");
  }

  private void show(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    Optional<byte[]> file;
    try {
      file = file(request, PortraitProcessor.MAX_BYTES);
    } catch (IllegalStateException tooLarge) {
      refuse(request, response, employee, PortraitRefusal.TOO_LARGE);
      return;
    }
    if (file.isEmpty()) {
      wrong(
          request,
          response,
          employee,
          Optional.empty(),
          List.of(FieldError.of("file", "error.portrait")));
      return;
    }
    Optional<Disclosure> chosen =
        disclosure(field(request, "photo-disclosure")).filter(d -> d != Disclosure.NOBODY);
    if (chosen.isEmpty()) {
      wrong(
          request,
          response,
          employee,
          Optional.empty(),
          List.of(FieldError.of("photo-disclosure", "error.disclosure")));
      return;
    }
    PortraitResult result = profile.show(employee.id(), file.get(), chosen.get());
    if (result instanceof PortraitResult.Refused refused) {
      refuse(request, response, employee, refused.reason());
    } else {
      seeOther(request, response, PATH + "?done=portrait");
    }
  }

  private void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      Employee employee,
      PortraitRefusal reason)
      throws IOException {
    FieldError error = FieldError.of("file", "error.portrait." + reason.code());
    wrong(request, response, employee, Optional.empty(), List.of(error));
  }

  private void disclose(HttpServletRequest request, HttpServletResponse response, Employee employee)
      throws IOException {
    Map<Attribute, Disclosure> wishes = new EnumMap<>(Attribute.class);
    for (Attribute attribute : Attribute.values()) {
      disclosure(field(request, attribute.code())).ifPresent(d -> wishes.put(attribute, d));
    }
    profile.disclose(employee.id(), wishes);
    seeOther(request, response, PATH + "?done=consents");
  }

  private static Optional<Disclosure> disclosure(String code) {
    return Arrays.stream(Disclosure.values()).filter(d -> d.code().equals(code)).findFirst();
  }

  private void wrong(
      HttpServletRequest request,
      HttpServletResponse response,
      Employee employee,
      Optional<ProfileForm> typed,
      List<FieldError> errors)
      throws IOException {
    Page page = page(request);
    send(response, UNPROCESSABLE, page, pages.of(employee, page.language(), typed, errors));
  }
}
