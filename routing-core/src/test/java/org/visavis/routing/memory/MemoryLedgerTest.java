package org.visavis.routing.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Channel;
import org.visavis.routing.Concurrently;
import org.visavis.routing.spi.Ledger;
import org.visavis.routing.spi.LedgerContract;

class MemoryLedgerTest implements LedgerContract {

  private final Ledger ledger = new MemoryLedger();

  @Override
  public Ledger ledger() {
    return ledger;
  }

  @Override
  public <T> T inTransaction(Supplier<T> work) {
    return work.get();
  }

  @Test
  void aChannelTakesNoMoreThanItsOwnLimitAndWhatItDidNotGetIsNotTaken() {
    Ledger.Limits oneChat = new Ledger.Limits(5, 5, 1);
    assertThat(ledger.tryTake(ANNA, Channel.CHAT, 1, oneChat)).isTrue();
    assertThat(ledger.tryTake(ANNA, Channel.CHAT, 1, oneChat)).isFalse();
    assertThat(ledger.taken(ANNA)).isEqualTo(1);
    assertThat(ledger.tryTake(ANNA, Channel.MESSAGE, 2, Ledger.Limits.of(5))).isTrue();
    assertThat(ledger.takenByChannel(ANNA)).isEqualTo(Map.of(Channel.CHAT, 1, Channel.MESSAGE, 2));
    ledger.giveBack(ANNA, Channel.CHAT, 1);
    assertThat(ledger.tryTake(ANNA, Channel.CHAT, 1, oneChat)).isTrue();
  }

  @Test
  void manyWhoTakeOneChannelAtOnceGetAsMuchAsItAllows() {
    long got =
        Concurrently.run(
                8,
                thread -> {
                  int mine = 0;
                  for (int i = 0; i < 50; i++) {
                    boolean taken =
                        ledger.tryTake(ANNA, Channel.CHAT, 1, new Ledger.Limits(9, 9, 3));
                    mine += taken ? 1 : 0;
                  }
                  return mine;
                })
            .stream()
            .mapToInt(Integer::intValue)
            .sum();
    assertThat(got).isEqualTo(3);
    assertThat(ledger.taken(ANNA)).isEqualTo(3);
  }
}
