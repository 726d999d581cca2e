package org.visavis.web.admin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.visavis.directory.Basis;
import org.visavis.directory.exchange.ColumnMapping;
import org.visavis.web.guard.BodyLimit;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;

/** What an administrator sent to be imported: a file, or the one of the dry run before. */
final class Upload {

  private static final int MAX_NAME = 100;
  private static final int MAX_ENDING = 10;

  private final String name;
  private final byte[] file;
  private final boolean dryRun;
  private final String basis;
  private final List<FieldError> errors;
  private Optional<ColumnMapping> mapping = Optional.empty();
  private String fingerprint = "";

  private Upload(String name, byte[] file, boolean dryRun, String basis, List<FieldError> errors) {
    this.name = name;
    this.file = file;
    this.dryRun = dryRun;
    this.basis = basis;
    this.errors = errors;
  }

  /**
   * Reads the parts of the form.
   *
   * @throws IllegalStateException when it is larger than the server takes
   */
  static Upload from(HttpServletRequest request) throws IOException {
    try {
      Part staged = request.getPart("staged");
      String basis = text(request.getPart("basis")).strip();
      if (basis.length() > Basis.MAX_LENGTH) {
        return without(
            new FieldError("basis", Phrase.of("error.basis-long", Basis.MAX_LENGTH)), basis);
      }
      return staged == null
          ? chosen(request.getPart("file"), basis)
          : again(staged, request, basis);
    } catch (ServletException notMultipart) {
      return without("error.file", "");
    }
  }

  private static Upload chosen(Part file, String basis) throws IOException {
    if (file == null || name(file).isEmpty()) {
      return without("error.file", basis);
    }
    return new Upload(name(file), bytes(file), true, basis, List.of());
  }

  private static Upload again(Part staged, HttpServletRequest request, String basis)
      throws IOException, ServletException {
    String text = new String(bytes(staged), StandardCharsets.ISO_8859_1).strip();
    Optional<byte[]> file = Staged.read(text, (int) BodyLimit.FILES);
    if (file.isEmpty()) {
      return without("error.file-staged", basis);
    }
    boolean dryRun = request.getPart("again") != null;
    String name = oneLine(text(request.getPart("name")));
    Upload upload = new Upload(name, file.get(), dryRun, basis, List.of());
    upload.fingerprint = text(request.getPart("fingerprint"));
    try {
      upload.mapping = mapping(request);
    } catch (IllegalArgumentException twice) {
      return without("error.columns", basis);
    }
    return upload;
  }

  private static Optional<ColumnMapping> mapping(HttpServletRequest request)
      throws IOException, ServletException {
    List<String> headers = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (Part part : request.getParts()) {
      if (part.getName().equals("header")) {
        headers.add(text(part));
      } else if (part.getName().equals("column")) {
        columns.add(text(part));
      }
    }
    Map<String, String> mapping = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(headers.size(), columns.size()); i++) {
      mapping.put(headers.get(i), columns.get(i));
    }
    return mapping.isEmpty() ? Optional.empty() : Optional.of(ColumnMapping.of(mapping));
  }

  private static Upload without(String key, String basis) {
    return without(FieldError.of("file", key), basis);
  }

  private static Upload without(FieldError error, String basis) {
    return new Upload("", new byte[0], true, basis, List.of(error));
  }

  /** The name of the file, for the report. */
  String name() {
    return name;
  }

  /** The file; nothing where there are errors. Not to be changed. */
  byte[] file() {
    return file;
  }

  /** Whether nothing is to be written. */
  boolean dryRun() {
    return dryRun;
  }

  /** The legal basis on which new people are published, as typed; empty where none is stated. */
  String basis() {
    return basis;
  }

  /** The legal basis, where one is stated. */
  Optional<Basis> stated() {
    return basis.isEmpty() ? Optional.empty() : Optional.of(Basis.stated(basis));
  }

  /** What the columns mean, where the administrator has said it. */
  Optional<ColumnMapping> mapping() {
    return mapping;
  }

  /** Which dry run is to be carried out; empty where there was none. */
  String fingerprint() {
    return fingerprint;
  }

  /** Why there is no file, if there is none. */
  List<FieldError> errors() {
    return errors;
  }

  /** Some browsers send the whole path. */
  private static String name(Part file) {
    String submitted = file.getSubmittedFileName();
    return submitted == null ? "" : oneLine(submitted.replaceAll("^.*[/\\\\]", ""));
  }

  private static String oneLine(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    if (line.length() <= MAX_NAME) {
      return line;
    }
    // Its ending says what is in the file.
    int dot = line.lastIndexOf('.');
    String ending = dot < line.length() - MAX_ENDING ? "" : line.substring(dot);
    return line.substring(0, MAX_NAME - 1 - ending.length()) + "…" + ending;
  }

  private static String text(@Nullable Part part) throws IOException {
    return part == null ? "" : new String(bytes(part), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(Part part) throws IOException {
    try (InputStream content = part.getInputStream()) {
      return content.readAllBytes();
    }
  }
}
