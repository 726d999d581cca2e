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
import org.visavis.directory.Basis;
import org.visavis.directory.Directory;
import org.visavis.directory.ImportPlan;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.exchange.CsvPeople;
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
  private static final int UNPROCESSABLE = 422;

  /**
   * What the second form may weigh: the whole of what the server takes, but for its other parts.
   */
  private static final long MOST_STAGED = BodyLimit.FILES - 64 * 1024;

  @Inject private transient Directory directory;
  @Inject private transient Transactions transactions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    send(response, HttpServletResponse.SC_OK, page(request), ImportView.empty());
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      ImportView view = result(Upload.from(request));
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
    ImportedPeople people = CsvPeople.read(new ByteArrayInputStream(upload.file()));
    List<FieldError> errors = Reports.errors(people);
    if (!errors.isEmpty()) {
      return ImportView.wrong(errors, upload.basis());
    }
    return upload.dryRun()
        ? dryRun(upload, people)
        : Reports.done(upload.name(), apply(people, upload.basis()), upload.basis());
  }

  private ImportView dryRun(Upload upload, ImportedPeople people) {
    String staged = Staged.of(upload.file());
    return staged.length() > MOST_STAGED
        ? ImportView.wrong(List.of(FieldError.of("file", "error.file-large")), upload.basis())
        : Reports.dryRun(upload.name(), plan(people, upload.basis()), staged, upload.basis());
  }

  private ImportPlan plan(ImportedPeople people, String basis) {
    return basis.isEmpty() ? directory.plan(people) : directory.plan(people, Basis.stated(basis));
  }

  private ImportPlan apply(ImportedPeople people, String basis) {
    return transactions.call(
        () -> {
          ImportPlan plan = plan(people, basis);
          directory.apply(plan);
          return plan;
        });
  }
}
