package org.visavis.web.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.visavis.web.live.Places.Answer;

class PlacesTest {

  @Test
  void oneAddressLeavesPlacesToTheOthers() {
    Places places = new Places(10, 2);
    places.take("one");
    places.take("one");

    assertThat(places.take("one")).isEqualTo(Answer.TOO_MANY_OF_ADDRESS);
    assertThat(places.take("another")).isEqualTo(Answer.TAKEN);
  }

  @Test
  void allTogetherHaveALimit() {
    Places places = new Places(2, 0);
    places.take("one");
    places.take("two");

    assertThat(places.take("three")).isEqualTo(Answer.ALL_TAKEN);
  }

  @Test
  void aPlaceThatWasGivenBackCanBeTakenAgain() {
    Places places = new Places(1, 1);
    places.take("one");
    places.giveBack("one");

    assertThat(places.take("one")).isEqualTo(Answer.TAKEN);
  }

  @Test
  void zeroIsNoLimit() {
    Places places = new Places(0, 0);
    for (int i = 0; i < 1_000; i++) {
      assertThat(places.take("one")).isEqualTo(Answer.TAKEN);
    }
  }

  @Test
  void whatWasNotTakenCannotBeGivenBack() {
    assertThatThrownBy(() -> new Places(1, 1).giveBack("one"))
        .isInstanceOf(IllegalStateException.class);
  }
}
