package org.visavis.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.visavis.presence.Office.ADA;
import static org.visavis.presence.Office.BEN;
import static org.visavis.presence.Office.MONDAY_NOON;
import static org.visavis.presence.Office.NOBODY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Audience;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.directory.Label;

class AbsenceTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final AbsenceId SUMMER = AbsenceId.of("summer");
  private static final EmployeeId CEM = EmployeeId.of("cem");

  private final Office office = Office.open();
  private final Presence presence = office.presence;

  private static Absence week(Absence.Kind kind) {
    return Absence.ofDays(SUMMER, kind, LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 5), BERLIN);
  }

  private static Absence weekWith(EmployeeId deputy) {
    return week(Absence.Kind.HOLIDAY).withDeputy(Optional.of(Deputy.asked(deputy)));
  }

  private void agree(EmployeeId deputy, EmployeeId absent) {
    assertThat(presence.answerDeputyRequest(deputy, absent, SUMMER, true)).isTrue();
  }

  @Test
  void wholeDaysBeginAndEndAtMidnightWhereThePersonIs() {
    Absence night =
        Absence.ofDays(
            SUMMER,
            Absence.Kind.HOLIDAY,
            LocalDate.of(2026, 3, 29),
            LocalDate.of(2026, 3, 29),
            BERLIN);
    assertThat(Duration.between(night.start(), night.end())).hasHours(23);
    assertThat(night.firstDay()).isEqualTo(LocalDate.of(2026, 3, 29));
    assertThat(night.returnDay()).isEqualTo(LocalDate.of(2026, 3, 30));
  }

  @Test
  void whoIsOnHolidayIsSaidToReturnWhenWorkBeginsAgain() {
    presence.setHours(ADA, WorkingHours.parse(BERLIN, "Mon-Fri 09:00-17:00"));
    presence.setAbsence(ADA, week(Absence.Kind.HOLIDAY));
    assertThat(office.face(ADA).status().status()).isEqualTo(Status.ON_HOLIDAY);
    assertThat(office.face(ADA).status().until()).contains(Instant.parse("2026-06-08T07:00:00Z"));
    assertThat(office.face(ADA).channel(Channel.PHONE)).isEqualTo(Openness.LATER);
    office.advance(Duration.between(MONDAY_NOON, week(Absence.Kind.HOLIDAY).end()));
    assertThat(office.face(ADA).status().status()).isEqualTo(Status.OFF_DUTY);
    assertThat(office.face(ADA).status().until()).contains(Instant.parse("2026-06-08T07:00:00Z"));
  }

  @Test
  void absencesThatTouchAreOneToOthers() {
    presence.setAbsence(ADA, week(Absence.Kind.TRAVELLING));
    Absence after =
        Absence.ofDays(
            AbsenceId.of("after"),
            Absence.Kind.HOLIDAY,
            LocalDate.of(2026, 6, 6),
            LocalDate.of(2026, 6, 9),
            BERLIN);
    presence.setAbsence(ADA, after);
    assertThat(office.face(ADA).status().status()).isEqualTo(Status.TRAVELLING);
    assertThat(office.face(ADA).status().until()).contains(after.end());
  }

  @Test
  void othersReadTheNoteOnlyWhereItIsPublicAndNeverTheKindOfAnOther() {
    presence.setAbsence(ADA, week(Absence.Kind.OTHER).withNote(Label.of("Kur"), false));
    assertThat(office.face(ADA).status().status()).isEqualTo(Status.OFF_DUTY);
    assertThat(office.face(ADA).status().note()).isEqualTo(Label.empty());
    presence.setAbsence(ADA, week(Absence.Kind.OTHER).withNote(Label.of("Bis bald"), true));
    assertThat(office.face(ADA).status().note()).isEqualTo(Label.of("Bis bald"));
  }

  @Test
  void whatIsOverIsForgottenInMemoryAndStore() {
    presence.setAbsence(ADA, week(Absence.Kind.HOLIDAY));
    office.advance(Duration.ofDays(7));
    assertThat(presence.settings(ADA).absences()).isEmpty();
    assertThat(office.store.find(ADA).orElseThrow().absences()).isEmpty();
  }

  @Test
  void capacityComesBackDayByDayAndThenInFull() {
    presence.setLimit(ADA, 10);
    presence.setRule(ADA, Audience.PUBLIC, AppearanceRule.always());
    Absence absence = week(Absence.Kind.HOLIDAY).withRamp(Ramp.of(40, 80));
    presence.setAbsence(ADA, absence);
    assertThat(presence.workload(ADA).limit()).isEqualTo(10);
    office.advance(Duration.between(MONDAY_NOON, absence.end()));
    assertThat(presence.workload(ADA).limit()).isEqualTo(4);
    assertThat(presence.explanation(ADA, Audience.PUBLIC).decision().reasons())
        .contains(new Reason.RampAfterAbsence(40, absence.end().plus(Duration.ofDays(1))));
    office.load(ADA, 4);
    assertThat(office.face(ADA).channel(Channel.MESSAGE)).isNotEqualTo(Openness.OPEN);
    office.advance(Duration.ofDays(1));
    assertThat(presence.workload(ADA).limit()).isEqualTo(8);
    assertThat(office.face(ADA).channel(Channel.MESSAGE)).isEqualTo(Openness.OPEN);
    presence.setShare(
        ADA, Optional.of(new Share(20, office.clock.instant().plus(Duration.ofHours(1)))));
    assertThat(presence.workload(ADA).limit()).as("the own word goes first").isEqualTo(2);
    office.advance(Duration.ofDays(1));
    assertThat(presence.workload(ADA).limit()).isEqualTo(10);
    assertThat(presence.settings(ADA).absences()).isEmpty();
  }

  @Test
  void customersHearOfADeputyOnlyWhoHasAgreed() {
    presence.setAbsence(ADA, weekWith(BEN));
    assertThat(presence.deputy(ADA, Audience.PUBLIC)).isEmpty();
    assertThat(presence.deputyRequests(BEN))
        .extracting(DeputyRequest::absent, DeputyRequest::agreed)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(ADA, false));
    agree(BEN, ADA);
    assertThat(presence.deputy(ADA, Audience.PUBLIC)).contains(BEN);
    presence.setAbsence(
        ADA, week(Absence.Kind.HOLIDAY).withDeputy(Optional.of(new Deputy(BEN, false))));
    assertThat(presence.deputy(ADA, Audience.PUBLIC)).as("agreed already").contains(BEN);
    assertThat(presence.answerDeputyRequest(BEN, ADA, SUMMER, false)).isTrue();
    assertThat(presence.deputy(ADA, Audience.PUBLIC)).isEmpty();
  }

  @Test
  void nobodyAgreesForSomebodyElse() {
    office.hire(CEM, Channel.MESSAGE);
    presence.setAbsence(
        ADA, week(Absence.Kind.HOLIDAY).withDeputy(Optional.of(new Deputy(BEN, true))));
    assertThat(presence.deputy(ADA, Audience.PUBLIC)).isEmpty();
    assertThat(presence.answerDeputyRequest(CEM, ADA, SUMMER, true)).isFalse();
    assertThat(presence.answerDeputyRequest(BEN, NOBODY, SUMMER, true)).isFalse();
    agree(BEN, ADA);
    presence.setAbsence(
        ADA, week(Absence.Kind.HOLIDAY).withDeputy(Optional.of(new Deputy(CEM, true))));
    assertThat(presence.deputy(ADA, Audience.PUBLIC)).isEmpty();
  }

  @Test
  void theDeputyOfADeputyWhoIsAwayStandsIn() {
    office.hire(CEM, Channel.MESSAGE);
    presence.setAbsence(ADA, weekWith(BEN));
    presence.setAbsence(BEN, weekWith(CEM));
    agree(BEN, ADA);
    assertThat(presence.deputy(ADA, Audience.PUBLIC)).as("the chain ends").isEmpty();
    agree(CEM, BEN);
    assertThat(presence.deputy(ADA, Audience.PUBLIC)).contains(CEM);
  }

  @Test
  void aHiddenDeputyLooksLikeNone() {
    presence.setAbsence(ADA, weekWith(BEN));
    agree(BEN, ADA);
    presence.setRule(BEN, Audience.PUBLIC, AppearanceRule.hidden());
    assertThat(presence.deputy(ADA, Audience.PUBLIC)).isEmpty();
    assertThat(presence.deputy(NOBODY, Audience.PUBLIC)).isEmpty();
    presence.setRule(BEN, Audience.PUBLIC, AppearanceRule.always());
    presence.setRule(ADA, Audience.PUBLIC, AppearanceRule.hidden());
    assertThat(presence.deputy(ADA, Audience.PUBLIC)).isEmpty();
  }

  @Test
  void deputiesNeverGoRoundInACircleAndTheRefusalNamesThem() {
    office.hire(CEM, Channel.MESSAGE);
    presence.setAbsence(ADA, weekWith(BEN));
    presence.setAbsence(BEN, weekWith(CEM));
    assertThatExceptionOfType(DeputyCycleException.class)
        .isThrownBy(() -> presence.setAbsence(CEM, weekWith(ADA)))
        .satisfies(refused -> assertThat(refused.chain()).containsExactly(CEM, ADA, BEN, CEM))
        .withMessageContaining("cem, then ada, then ben, then cem");
    assertThatExceptionOfType(DeputyCycleException.class)
        .isThrownBy(() -> presence.setAbsence(ADA, weekWith(ADA)));
    Absence later =
        Absence.ofDays(
                SUMMER,
                Absence.Kind.HOLIDAY,
                LocalDate.of(2026, 7, 1),
                LocalDate.of(2026, 7, 5),
                BERLIN)
            .withDeputy(Optional.of(Deputy.asked(ADA)));
    presence.setAbsence(CEM, later);
    assertThat(presence.deputyRequests(ADA)).hasSize(1);
  }

  @Test
  void absencesAreBounded() {
    Instant past = MONDAY_NOON.minusSeconds(10);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                presence.setAbsence(
                    ADA,
                    Absence.between(
                        SUMMER, Absence.Kind.OTHER, past, past.plusSeconds(5), BERLIN)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> presence.setAbsence(ADA, weekWith(NOBODY)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Absence.between(SUMMER, Absence.Kind.OTHER, past, past, BERLIN));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Absence.between(
                    SUMMER,
                    Absence.Kind.OTHER,
                    past,
                    past.plus(Absence.LONGEST).plusSeconds(1),
                    BERLIN));
    assertThatIllegalArgumentException().isThrownBy(() -> Ramp.of(9));
    assertThatIllegalArgumentException().isThrownBy(() -> new Share(101, past));
    for (int i = 0; i < Absence.MAX_ABSENCES; i++) {
      AbsenceId id = AbsenceId.of("a" + i);
      presence.setAbsence(
          ADA,
          Absence.between(
              id, Absence.Kind.OTHER, MONDAY_NOON, MONDAY_NOON.plusSeconds(60), BERLIN));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> presence.setAbsence(ADA, week(Absence.Kind.OTHER)));
    presence.removeAbsence(ADA, AbsenceId.of("a0"));
    presence.setAbsence(ADA, week(Absence.Kind.OTHER));
    assertThat(presence.settings(ADA).absences()).hasSize(Absence.MAX_ABSENCES);
    assertThat(List.copyOf(presence.settings(ADA).absences()))
        .isSortedAccordingTo(java.util.Comparator.comparing(Absence::start));
  }
}
