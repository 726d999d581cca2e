package org.visavis.web.pages;

import java.util.List;

/**
 * All that the directory knows of one person.
 *
 * @param name whose record it is
 * @param own whether that person reads it, and not an administrator
 * @param download the address of the same as a file
 * @param lines what is known, in the order of the file
 */
public record RecordView(String name, boolean own, String download, List<Line> lines)
    implements View {

  /** Copies what comes in. */
  public RecordView {
    lines = List.copyOf(lines);
  }

  @Override
  public String template() {
    return "pages/record.jte";
  }

  /**
   * One fact.
   *
   * @param path where it stands in the file, for example {@code card › name › full}
   * @param text what stands there
   */
  public record Line(String path, String text) {}
}
