package org.visavis.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class StagedTest {

  private static final int MOST = 1_000_000;

  @Test
  void aFileComesBackAsItWas() {
    byte[] file = new byte[100_000];
    new Random(7).nextBytes(file);

    assertThat(Staged.read(Staged.of(file), MOST)).hasValueSatisfying(f -> assertEqual(f, file));
  }

  @Test
  void aFileOfExactlyTheBoundIsTakenAndOneByteMoreIsNot() {
    String staged = Staged.of(new byte[1_000]);

    assertThat(Staged.read(staged, 1_000)).isPresent();
    assertThat(Staged.read(staged, 999)).isEmpty();
  }

  @Test
  void aSmallBombTakesUpNoMoreThanTheBound() {
    String bomb = Staged.of(new byte[64 * 1024 * 1024]);
    Runtime memory = Runtime.getRuntime();
    System.gc();
    long before = memory.totalMemory() - memory.freeMemory();

    assertThat(bomb.length()).isLessThan(100_000);
    assertThat(Staged.read(bomb, MOST)).isEmpty();
    assertThat(memory.totalMemory() - memory.freeMemory() - before).isLessThan(32L * 1024 * 1024);
  }

  @Test
  void whatWasAlteredOnTheWayIsNoFile() {
    byte[] file = "id,displayName\nada,Ada\n".getBytes(StandardCharsets.UTF_8);
    byte[] packed = Base64.getDecoder().decode(Staged.of(file));
    byte[] altered = packed.clone();
    altered[packed.length / 2] ^= 4;
    byte[] cut = Arrays.copyOf(packed, packed.length - 6);

    assertThat(Staged.read(Base64.getEncoder().encodeToString(altered), MOST)).isEmpty();
    assertThat(Staged.read(Base64.getEncoder().encodeToString(cut), MOST)).isEmpty();
    assertThat(Staged.read("", MOST)).isEmpty();
    assertThat(Staged.read("%%%", MOST)).isEmpty();
    assertThat(Staged.read("bm90IHBhY2tlZA==", MOST)).isEmpty();
  }

  private static void assertEqual(byte[] actual, byte[] expected) {
    assertThat(Arrays.equals(actual, expected)).isTrue();
  }
}
