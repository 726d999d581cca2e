package org.visavis.routing.memory;

import java.util.List;
import java.util.Map;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;
import org.jetbrains.lincheck.datastructures.StressOptions;
import org.junit.jupiter.api.Test;
import org.visavis.directory.Channel;
import org.visavis.directory.EmployeeId;
import org.visavis.routing.spi.Ledger;
import org.visavis.routing.spi.Ledger.Limits;

/**
 * However calls interleave, each looks as if it had happened at one moment: Lincheck draws small
 * programs, runs them in many interleavings, and searches an order of the calls, one after the
 * other, that explains all answers.
 *
 * <p>{@code -Dvisavis.lincheck=20} makes it that many times longer. The list of everybody, {@link
 * Ledger#taken()}, is left out: it is put together from one employee after the other, and promises
 * no moment.
 */
@Param(name = "points", gen = IntGen.class, conf = "1:2")
@Param(name = "limit", gen = IntGen.class, conf = "0:3")
@Param(name = "channel", gen = IntGen.class, conf = "0:1")
public class MemoryLedgerIsLinearizableTest {

  private static final int TIMES = Integer.getInteger("visavis.lincheck", 1);
  private static final List<Channel> CHANNELS = List.of(Channel.MESSAGE, Channel.CHAT);
  private static final EmployeeId ANNA = EmployeeId.of("anna");

  private final Ledger ledger = new MemoryLedger();

  @Operation
  public boolean takeOfChannel(
      @Param(name = "channel") int channel,
      @Param(name = "points") int points,
      @Param(name = "limit") int ofChannel) {
    return ledger.tryTake(ANNA, CHANNELS.get(channel), points, new Limits(3, 3, ofChannel));
  }

  @Operation
  public boolean take(@Param(name = "channel") int channel, @Param(name = "limit") int now) {
    return ledger.tryTake(ANNA, CHANNELS.get(channel), 1, new Limits(3, now, Limits.UNLIMITED));
  }

  @Operation
  public void giveBack(@Param(name = "channel") int channel, @Param(name = "points") int points) {
    ledger.giveBack(ANNA, CHANNELS.get(channel), points);
  }

  @Operation
  public void limit(@Param(name = "limit") int points) {
    ledger.limitChanged(ANNA, points);
  }

  @Operation
  public int taken() {
    return ledger.taken(ANNA);
  }

  @Operation
  public Map<Channel, Integer> takenByChannel() {
    return ledger.takenByChannel(ANNA);
  }

  @Test
  void inEveryInterleavingThatAModelCheckerTries() {
    new ModelCheckingOptions()
        .iterations(30 * TIMES)
        .invocationsPerIteration(300)
        .threads(3)
        .actorsPerThread(2)
        .actorsBefore(2)
        .actorsAfter(2)
        .check(MemoryLedgerIsLinearizableTest.class);
  }

  @Test
  void onRealThreads() {
    new StressOptions()
        .iterations(3 * TIMES)
        .invocationsPerIteration(200)
        .threads(2)
        .actorsPerThread(3)
        .actorsBefore(2)
        .actorsAfter(2)
        .check(MemoryLedgerIsLinearizableTest.class);
  }
}
