package io.omniroute.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Runs every scenario against all targets in turn, round after round. */
final class Comparison {

  /**
   * How long everything takes.
   *
   * @param rounds rounds per scenario
   * @param measured counted time of one run
   * @param warmup uncounted time before each run
   * @param firstWarmup the same in the first round, when a JVM still compiles
   */
  record Timing(int rounds, Duration measured, Duration warmup, Duration firstWarmup) {

    Window window(int round) {
      return Window.of(round == 0 ? firstWarmup : warmup, measured);
    }
  }

  private final Timing timing;
  private final QuietMachine quiet;
  private final List<Target> targets;
  private final Supplier<ProcessTree> everything;

  /**
   * A comparison.
   *
   * @param targets in the order in which each round visits them
   * @param everything all processes that the measurement runs, asked before every run
   */
  Comparison(
      Timing timing, QuietMachine quiet, List<Target> targets, Supplier<ProcessTree> everything) {
    this.timing = timing;
    this.quiet = quiet;
    this.targets = List.copyOf(targets);
    this.everything = everything;
  }

  /** Runs one scenario; a target that fails is left out of its further rounds. */
  List<Series> run(Scenario scenario) {
    List<Series> all = new ArrayList<>();
    targets.forEach(target -> all.add(new Series(target.name())));
    for (int round = 0; round < timing.rounds(); round++) {
      for (int index = 0; index < targets.size(); index++) {
        Series series = all.get(index);
        if (!series.failed()) {
          run(scenario, targets.get(index), timing.window(round), series);
        }
      }
      System.err.printf("%s: round %d of %d%n", scenario.name(), round + 1, timing.rounds());
    }
    return all;
  }

  private void run(Scenario scenario, Target target, Window window, Series series) {
    try {
      Sample best = sample(scenario, target, window);
      for (int repeat = 0; repeat < quiet.repeats() && quiet.disturbed(best); repeat++) {
        Sample again = sample(scenario, target, window);
        best = again.foreignPercent() < best.foreignPercent() ? again : best;
      }
      series.add(best);
    } catch (IOException | UncheckedIOException | IllegalStateException failure) {
      series.fail(failure.getMessage());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      series.fail("interrupted");
    }
  }

  private Sample sample(Scenario scenario, Target target, Window window)
      throws IOException, InterruptedException {
    ProcessTree all = everything.get();
    quiet.await(all);
    CpuMeter meter = new CpuMeter(target.processes().get(), all);
    Endpoint endpoint = target.endpoint().apply(scenario);
    LoadResult result = new Load(endpoint, scenario.workload(), window, meter).run();
    return new Sample(result, meter.targetMicros(), meter.harnessMicros(), meter.foreignMicros());
  }
}
