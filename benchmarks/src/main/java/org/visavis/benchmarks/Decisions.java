package org.visavis.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.visavis.presence.Decision;
import org.visavis.presence.PresenceFacts;
import org.visavis.presence.Reachability;

/**
 * The pure decision on one person after another, in random order, so that hardly anybody is in a
 * cache: measured by JMH on one thread. The argument is the number of people, 1,000,000 unless
 * said.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(
    value = 2,
    jvmArgsAppend = {"-Xms5g", "-Xmx5g", "-XX:+UseSerialGC"})
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 4)
public class Decisions {

  private static final double GATE = 1e6;

  @Param("1000000")
  public int people;

  private PresenceFacts[] facts = {};
  private int[] order = {};
  private int next;

  /** Runs it and prints the ratio to the gate. */
  public static void main(String[] arguments) throws RunnerException {
    OptionsBuilder options = new OptionsBuilder();
    options.include(Decisions.class.getName()).addProfiler(GCProfiler.class);
    if (arguments.length > 0) {
      options.param("people", arguments[0]);
    }
    for (RunResult result : new Runner(options.build()).run()) {
      double rate = result.getPrimaryResult().getScore();
      System.out.printf(
          "decisions: %,.0f a second and core, of %s people in random order; ratio to the gate of a"
              + " million: %.2f%n",
          rate, result.getParams().getParam("people"), rate / GATE);
    }
  }

  /** Puts the people together. */
  @Setup
  public void fill() {
    facts = Staff.facts(people);
    order = new Random(9).ints(1 << 22, 0, people).toArray();
  }

  /** Decides on the next one. */
  @Benchmark
  public Reachability decide() {
    int i = next;
    next = i + 1 == order.length ? 0 : i + 1;
    return Decision.decide(facts[order[i]], Staff.NOW);
  }
}
