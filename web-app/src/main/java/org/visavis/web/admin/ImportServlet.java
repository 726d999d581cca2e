package org.visavis.web.admin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import org.visavis.directory.ImportPlan;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.exchange.ColumnMapping;
import org.visavis.directory.exchange.CsvPeople;
import org.visavis.directory.exchange.FileFormat;
import org.visavis.web.admin.ImportView.Column;
import org.visavis.web.guard.BodyLimit;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.PageServlet;
import org.visavis.web.wiring.Transactions;

/**
 * Imports people from a file: first a dry run, then, when the administrator says so, for real. The
 * file travels in the page between the two. What is imported is one transaction; importing the same
 * file again changes nothing, so that a page that is loaded twice does no harm.
 */
@WebServlet(urlPatterns = {"/de/admin/import", "/en/admin/import"})
@MultipartConfig(
    maxFileSize = BodyLimit.FILES,
    maxRequestSize = BodyLimit.FILES,
    // In memory: a list of people leaves no copy on the disk.
    fileSizeThreshold = (int) BodyLimit.FILES)
public final class ImportServlet extends PageServlet {

  @Serial private static final long serialVersionUID = 1L;

  /**
   * What the second form may weigh: the whole of what the server takes, but for its other parts.
   */
  private static final long MOST_STAGED = BodyLimit.FILES - 64 * 1024;

  @Inject private transient Imports imports;
  @Inject private transient LdapImport ldap;
  @Inject private transient Transactions transactions;
  @Inject private transient KeptMapping kept;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ImportView view = ImportView.empty().with(LdapView.of(ldap));
    send(response, HttpServletResponse.SC_OK, page(request), view);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      ImportView view = result(Upload.from(request)).with(LdapView.of(ldap));
      int status = view.errors().isEmpty() ? HttpServletResponse.SC_OK : UNPROCESSABLE;
      send(response, status, page(request), view);
    } catch (IllegalStateException tooLarge) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }
  }

  private ImportView result(Upload upload) {
    if (!upload.errors().isEmpty()) {
      return ImportView.wrong(upload.errors(), upload.basis());
    }
    FileFormat format = FileFormat.ofFile(upload.name());
    List<String> headers = format == FileFormat.CSV ? CsvPeople.headers(stream(upload)) : List.of();
    ColumnMapping columns = upload.mapping().orElseGet(() -> columns(headers));
    ImportedPeople people = format.read(stream(upload), columns);
    List<FieldError> errors = Reports.errors(people);
    boolean mendable = people.rowsRead() == 0 && !headers.isEmpty() && isWithoutId(people);
    if (!errors.isEmpty() && !mendable) {
      return ImportView.wrong(errors, upload.basis());
    }
    return upload.dryRun() || mendable
        ? dryRun(upload, people, headers, columns, errors)
        : carriedOut(upload, people, columns);
  }

  /** Without a heading for the id, the administrator says which one it is. */
  private static boolean isWithoutId(ImportedPeople people) {
    return people.refused().stream()
        .anyMatch(refusal -> refusal.reason() == ImportedPeople.Reason.MISSING);
  }

  private static ByteArrayInputStream stream(Upload upload) {
    return new ByteArrayInputStream(upload.file());
  }

  /** As the administrator has said before, else as they are usually meant. */
  private ColumnMapping columns(List<String> headers) {
    return transactions
        .call(() -> kept.find(headers))
        .orElseGet(() -> ColumnMapping.suggested(headers));
  }

  private ImportView dryRun(
      Upload upload,
      ImportedPeople people,
      List<String> headers,
      ColumnMapping columns,
      List<FieldError> errors) {
    String staged = Staged.of(upload.file());
    if (staged.length() > MOST_STAGED) {
      return ImportView.wrong(List.of(FieldError.of("file", "error.file-large")), upload.basis());
    }
    List<Column> shown =
        headers.stream()
            .filter(header -> !header.isBlank())
            .map(header -> new Column(header, columns.column(header).orElse("")))
            .toList();
    ImportView view =
        Reports.dryRun(
            upload.name(), imports.plan(people, upload.stated()), staged, upload.basis(), shown);
    return new ImportView(view.report(), upload.basis(), errors, view.ldap());
  }

  /** Does what the dry run said and nothing else: what has changed since is shown anew. */
  private ImportView carriedOut(Upload upload, ImportedPeople people, ColumnMapping columns) {
    Optional<ImportPlan> done =
        transactions.call(
            () -> {
              Optional<ImportPlan> plan =
                  imports.apply(people, upload.stated(), Optional.of(upload.fingerprint()));
              plan.ifPresent(applied -> kept.keep(columns));
              return plan;
            });
    if (done.isPresent()) {
      return Reports.done(upload.name(), done.get(), upload.basis());
    }
    List<String> headers = List.copyOf(columns.columns().keySet());
    return dryRun(
        upload, people, headers, columns, List.of(FieldError.of("file", "error.plan-outdated")));
  }
}
