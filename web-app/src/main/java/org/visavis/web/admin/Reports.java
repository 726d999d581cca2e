package org.visavis.web.admin;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.visavis.directory.ImportPlan;
import org.visavis.directory.ImportedPeople;
import org.visavis.directory.ImportedPeople.Reason;
import org.visavis.directory.ImportedPeople.Refusal;
import org.visavis.web.admin.ImportView.Column;
import org.visavis.web.admin.ImportView.Refused;
import org.visavis.web.admin.ImportView.Report;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;

/** Says what came of a file, in words that have a language only on the page. */
final class Reports {

  /** So many refused rows are listed; nobody mends more at once. */
  static final int MOST_LISTED = 200;

  private Reports() {}

  static ImportView dryRun(
      String name, ImportPlan plan, String staged, String basis, List<Column> columns) {
    return view(report(name, true, staged, plan, basis, columns, false));
  }

  static ImportView done(String name, ImportPlan plan, String basis) {
    return view(report(name, false, "", plan, basis, List.of(), false));
  }

  /** Says what came of the directory server of that name. */
  static ImportView ldap(String server, ImportPlan plan, boolean dryRun, String basis) {
    return view(report(server, dryRun, "", plan, basis, List.of(), true));
  }

  /** Answers why nothing at all can be read from the file; empty when something can. */
  static List<FieldError> errors(ImportedPeople people) {
    if (people.rowsRead() > 0) {
      return List.of();
    }
    if (people.refused().isEmpty()) {
      return List.of(FieldError.of("file", "error.file-empty"));
    }
    Refusal refusal = people.refused().get(0);
    return List.of(
        switch (refusal.reason()) {
          case EMPTY -> FieldError.of("file", "error.file-empty");
          case TOO_LARGE -> FieldError.of("file", "error.file-large");
          case NO_TEXT -> new FieldError("file", Phrase.of("error.file-no-text", refusal.line()));
          case MISSING -> new FieldError("file", Phrase.of("error.file-headings", "id"));
          default -> FieldError.of("file", "error.file-first-line");
        });
  }

  private static ImportView view(Report report) {
    return new ImportView(Optional.of(report), "", List.of(), Optional.empty());
  }

  private static Report report(
      String name,
      boolean dryRun,
      String staged,
      ImportPlan plan,
      String basis,
      List<Column> columns,
      boolean fromServer) {
    return new Report(
        name,
        dryRun,
        staged,
        basis,
        plan.rowsRead(),
        plan.created().size(),
        plan.changed().size(),
        plan.unchanged(),
        plan.refused().size(),
        plan.refused().stream().limit(MOST_LISTED).map(Reports::refused).toList(),
        plan.ignored(),
        columns,
        plan.kept().size(),
        Imports.nameless(plan).size(),
        plan.fingerprint(),
        fromServer);
  }

  static Refused refused(Refusal row) {
    Phrase reason =
        Phrase.of(
            "import.refused." + row.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    // What cannot be read is described in the words of one language alone.
    boolean detailed = !row.detail().isEmpty() && row.reason() != Reason.UNREADABLE;
    return new Refused(
        row.line(),
        row.column().orElse(""),
        detailed ? Phrase.of("import.refused.detail", reason, row.detail()) : reason);
  }
}
