package org.visavis.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.visavis.directory.EmployeeId;
import org.visavis.web.pages.FieldError;
import org.visavis.web.pages.SampleHandles;

final class CareFormTest {

  private static CareForm form(String key, String message, String reason) {
    return new CareForm(
        key, message, false, reason, List.of("ada", "no id", "greta.mayer"), "", "");
  }

  @Test
  void theSameWordsAreOneAnswerAndOthersAreAnother() {
    CareForm form = form("k1", "Done.", "");

    assertThat(form("k1", "Done.", "").keyOfMessage()).isEqualTo(form.keyOfMessage());
    assertThat(form("k1", "Done!", "").keyOfMessage()).isNotEqualTo(form.keyOfMessage());
    assertThat(form("k2", "Done.", "").keyOfMessage()).isNotEqualTo(form.keyOfMessage());
    assertThat(form("ü \n" + "k".repeat(500), "Done.", "").keyOfMessage())
        .matches("[\\x21-\\x7e]{1,128}");
  }

  @Test
  void eachVerbLooksAtItsOwnFieldAlone() {
    CareForm form = form("k", "", "");

    assertThat(form.errors("reply")).extracting(FieldError::field).containsExactly("message");
    assertThat(form.errors("decline")).extracting(FieldError::field).containsExactly("reason");
    assertThat(form.errors("accept")).isEmpty();
    assertThat(form.errors("resolve")).isEmpty();
  }

  @Test
  void wordsAreTakenUpToTheirBounds() {
    assertThat(form("k", "m".repeat(20_000), "r".repeat(2_000)).errors("reply")).isEmpty();
    assertThat(form("k", "m".repeat(20_001), "").errors("reply")).hasSize(1);
    assertThat(form("k", "", "r".repeat(2_000)).errors("decline")).isEmpty();
    assertThat(form("k", "", "r".repeat(2_001)).errors("decline")).hasSize(1);
  }

  @Test
  void whatCanBeNobodysHandleIsNobody() {
    assertThat(form("k", "", "").people(SampleHandles.ofPeople("ada", "greta.mayer")))
        .containsExactly(EmployeeId.of("ada"), EmployeeId.of("greta.mayer"));
  }
}
