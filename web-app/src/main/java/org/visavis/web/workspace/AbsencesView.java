package org.visavis.web.workspace;

import java.util.List;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.Phrase;
import org.visavis.web.pages.Portrait;
import org.visavis.web.pages.View;

/**
 * The employee's absences, and what colleagues ask the employee to stand in for. Forms: {@code POST
 * …/absences} ({@link AbsenceForm}), {@code …/absences/removal} ({@code id}) and {@code
 * …/absences/answer} ({@code absent, absence, agrees}).
 *
 * @param absences those that are planned or going on, the next first
 * @param asked what colleagues ask for
 * @param form what was typed, or the absence that is to be changed
 * @param choices the colleagues of the name that was typed, where there are several
 * @param zone where the employee's days begin
 * @param errors what is wrong with what was sent
 */
public record AbsencesView(
    List<Planned> absences,
    List<Asked> asked,
    AbsenceForm form,
    List<Colleague> choices,
    String zone,
    List<FieldError> errors)
    implements View {

  /** Copies the lists. */
  public AbsencesView {
    absences = List.copyOf(absences);
    asked = List.copyOf(asked);
    choices = List.copyOf(choices);
    errors = List.copyOf(errors);
  }

  @Override
  public String template() {
    return "workspace/absences.jte";
  }

  /**
   * An absence.
   *
   * @param id its id
   * @param kind the code of what it is
   * @param time from when until when
   * @param note the note; may be empty
   * @param notePublic whether others may read it
   * @param deputy who stands in, and whether he or she has agreed
   * @param ramp how capacity comes back
   */
  public record Planned(
      String id,
      String kind,
      Phrase time,
      String note,
      boolean notePublic,
      Phrase deputy,
      Phrase ramp) {}

  /**
   * What a colleague asks for.
   *
   * @param absent the id of the colleague
   * @param absence the id of the absence
   * @param name the colleague's name
   * @param face the colleague's portrait
   * @param time from when until when
   * @param agreed whether the employee has agreed
   */
  public record Asked(
      String absent, String absence, String name, Portrait face, Phrase time, boolean agreed) {}

  /** A colleague who may be meant: id, and name with title. */
  public record Colleague(String id, String name) {}
}
