package org.visavis.web.admin;

import java.util.List;
import java.util.Optional;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.View;

/**
 * The import: a file first, then what it would do, then doing it.
 *
 * <p>Both forms post to {@code /{lang}/admin/import}: the first {@code file} as multipart, which
 * answers with a report of the dry run; the second {@code staged}, {@code name}, {@code
 * fingerprint} and for each heading {@code header} and {@code column}, which imports, or with
 * {@code again} only tries other columns. Either may have {@code basis}, the legal basis on which
 * new people are published.
 *
 * @param report what the file does or did, if one was sent
 * @param basis the legal basis as it was typed, where the form is shown again
 * @param errors what is wrong with the file as a whole
 * @param ldap the directory server from which people can be imported, where the settings name one;
 *     {@code /{lang}/admin/import/ldap} takes {@code basis} and, to import, {@code fingerprint}
 */
public record ImportView(
    Optional<Report> report, String basis, List<FieldError> errors, Optional<LdapView> ldap)
    implements View {

  /** The headings that are understood, in the order in which they are explained. */
  public static final List<String> COLUMNS =
      List.of(
          "id",
          "displayName",
          "givenName",
          "familyName",
          "nameOrder",
          "formOfAddress",
          "pronouns",
          "title",
          "department",
          "departments",
          "memberships",
          "topics",
          "languages",
          "region",
          "timeZone",
          "email",
          "phone",
          "mobile",
          "office",
          "about",
          "channels",
          "links",
          "homepage",
          "contactForm",
          "leavesOn");

  /** The formats in which people are downloaded. */
  public static final List<String> FORMATS = List.of("csv", "vcard", "jscontact", "ldif");

  /** Copies the list. */
  public ImportView {
    errors = List.copyOf(errors);
  }

  /** The page before a file was sent. */
  public static ImportView empty() {
    return new ImportView(Optional.empty(), "", List.of(), Optional.empty());
  }

  /** The page that says what is wrong with a file. */
  static ImportView wrong(List<FieldError> errors, String basis) {
    return new ImportView(Optional.empty(), basis, errors, Optional.empty());
  }

  /** The same page with what is said of the directory server. */
  ImportView with(Optional<LdapView> ldap) {
    return new ImportView(report, basis, errors, ldap);
  }

  @Override
  public String template() {
    return "admin/import.jte";
  }

  /**
   * What a file does to the directory.
   *
   * @param fileName the name of the file
   * @param dryRun whether nothing was written yet
   * @param staged what the second form sends, so that the file need not be chosen again
   * @param basis the legal basis that is stated; empty where none is
   * @param read how many rows were read
   * @param created how many people are new
   * @param changed how many people are changed
   * @param unchanged how many people stay as they are
   * @param refused how many rows were refused
   * @param refusals those rows, or the first of them
   * @param ignoredColumns columns whose heading is not known
   * @param columns what the headings of the file mean, where it has any; only of a dry run
   * @param kept how many people keep something up themselves that the file has otherwise
   * @param nameless how many people would be shown as N. N., because they have no given name and
   *     nobody has disclosed their surname
   * @param fingerprint names what the dry run says, so that nothing else is done
   * @param fromServer whether the directory server was read, and not a file
   */
  public record Report(
      String fileName,
      boolean dryRun,
      String staged,
      String basis,
      int read,
      int created,
      int changed,
      int unchanged,
      int refused,
      List<Refused> refusals,
      List<String> ignoredColumns,
      List<Column> columns,
      int kept,
      int nameless,
      String fingerprint,
      boolean fromServer) {

    /** Copies the lists. */
    public Report {
      refusals = List.copyOf(refusals);
      ignoredColumns = List.copyOf(ignoredColumns);
      columns = List.copyOf(columns);
    }
  }

  /**
   * A heading of the file and what it means.
   *
   * @param header the heading
   * @param column the column, or an empty string for one that is passed over
   */
  public record Column(String header, String column) {}

  /**
   * A row that was refused.
   *
   * @param line the line of the file, counted from 1
   * @param column the heading concerned, or an empty string
   * @param reason what is wrong, for example {@code import.refused.missing}
   */
  public record Refused(int line, String column, Phrase reason) {}
}
