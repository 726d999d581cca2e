package org.visavis.web.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DayTimesTest {

  @ParameterizedTest
  @CsvSource({
    "8-12, 08:00–12:00",
    "'8-12.30, 13-17', 08:00–12:30 13:00–17:00",
    "'13:00 – 17:00 + 8:05—12', 08:05–12:00 13:00–17:00",
    "22:00-06:00, 22:00–06:00",
    "20-24:00, 20:00–00:00",
    "'', ''"
  })
  void timesAreReadAsPeopleWriteThem(String typed, String text) {
    assertThat(DayTimes.read(typed).map(DayTimes::text)).hasValue(text);
    assertThat(DayTimes.read(text).map(DayTimes::text)).hasValue(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"eight", "8", "8-", "8-25", "8:60-9", "24:01-3", "8-12 or so", "x 8-12"})
  void whatIsNoTimeIsNoneAtAll(String typed) {
    assertThat(DayTimes.read(typed)).isEmpty();
  }

  @Test
  void timesThatMeetInTheMiddleOverlapAndThoseThatTouchDoNot() {
    assertThat(DayTimes.overlap(DayTimes.read("8-12 11-15").orElseThrow())).isTrue();
    assertThat(DayTimes.overlap(DayTimes.read("20-6 22-23").orElseThrow())).isTrue();
    assertThat(DayTimes.overlap(DayTimes.read("8-12 12-15 22-6").orElseThrow())).isFalse();
  }
}
