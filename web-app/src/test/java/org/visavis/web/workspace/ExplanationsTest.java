package org.visavis.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.visavis.directory.Channel;
import org.visavis.presence.Absence;
import org.visavis.presence.CalendarId;
import org.visavis.presence.Reachability;
import org.visavis.presence.Reason;
import org.visavis.presence.Session;
import org.visavis.presence.Status;
import org.visavis.presence.Workload;
import org.visavis.web.pages.Language;
import org.visavis.web.pages.Texts;

final class ExplanationsTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOW = Instant.parse("2026-11-24T13:22:00Z");
  private static final Instant SINCE = Instant.parse("2026-11-24T13:10:00Z");
  private static final Workload FULL = new Workload(5, 5);

  static Stream<Reason> reasons() {
    return Stream.of(
        new Reason.SetByHand(Status.BUSY, NOW, false),
        new Reason.SetByHand(Status.AWAY, NOW, true),
        new Reason.Absent(Absence.Kind.HOLIDAY, NOW),
        new Reason.InCalendar(CalendarId.of("work"), Status.BUSY, NOW),
        new Reason.PublicHoliday("Tag der Arbeit", Optional.of(NOW)),
        new Reason.PublicHoliday("Tag der Arbeit", Optional.empty()),
        new Reason.Reported("teams", Session.State.DO_NOT_DISTURB, NOW),
        new Reason.OutsideWorkingHours(Optional.of(NOW)),
        new Reason.OutsideWorkingHours(Optional.empty()),
        new Reason.AtTheDesk(NOW),
        new Reason.NothingRecent(),
        new Reason.HasLeft(NOW),
        new Reason.HiddenByRule(),
        new Reason.ShownByRule(),
        new Reason.LoadBelowThreshold(new Workload(1, 5), 5),
        new Reason.LoadReachedThreshold(FULL, SINCE, 3),
        new Reason.HeldByDwell(NOW),
        new Reason.LimitReached(FULL),
        new Reason.ShareOfLimit(60, NOW),
        new Reason.RampAfterAbsence(40, NOW),
        new Reason.ChannelHiddenByRule(Channel.PHONE),
        new Reason.ChannelLoadReached(Channel.CHAT, FULL, SINCE, 3),
        new Reason.ChannelLimitReached(Channel.CHAT, FULL));
  }

  private static String words(Language language, Reason reason, boolean shown) {
    return Texts.of(language, BERLIN).of(Explanations.sentence(reason, shown), NOW);
  }

  @Test
  void noReasonIsForgottenHere() {
    assertThat(reasons().map(Object::getClass).collect(Collectors.toSet()))
        .isEqualTo(
            Arrays.stream(Reason.class.getPermittedSubclasses()).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void everyReasonIsACompleteSentenceInBothLanguages(Reason reason) {
    for (Language language : Language.values()) {
      for (boolean shown : List.of(true, false)) {
        assertThat(words(language, reason, shown)).matches("\\p{Lu}.+\\.").doesNotContain("{");
      }
    }
    assertThat(words(Language.DE, reason, true)).isNotEqualTo(words(Language.EN, reason, true));
  }

  @Test
  void whoeverIsHiddenByLoadReadsSinceWhenWhyAndWhatEndsIt() {
    Reachability hidden =
        Reachability.hidden(
            List.of(new Reason.LoadReachedThreshold(FULL, SINCE, 3)), Optional.empty());

    assertThat(Explanations.of(hidden))
        .extracting(phrase -> Texts.of(Language.EN, BERLIN).of(phrase, NOW))
        .containsExactly("Hidden since 14:10, because 5 of 5 points are taken; shown again at 3.");
  }

  @Test
  void nobodyWhoIsShownIsToldToBeHidden() {
    Reason reason = new Reason.LoadReachedThreshold(new Workload(1, 1), SINCE, 0);

    assertThat(words(Language.EN, reason, true))
        .isEqualTo("No new requests since 14:10, because 1 of 1 points is taken; open again at 0.");
    assertThat(words(Language.DE, reason, true)).contains("vergeben ist");
  }
}
