package io.omniroute.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** All rounds of one target in one scenario, and what they come to together. */
final class Series {

  private final String target;
  private final List<Sample> samples = new ArrayList<>();
  private String failure = "";

  Series(String target) {
    this.target = target;
  }

  String target() {
    return target;
  }

  void add(Sample sample) {
    samples.add(sample);
  }

  /** Notes why a run gave no figures; the target is not run again in this scenario. */
  void fail(String reason) {
    failure = reason;
  }

  boolean failed() {
    return !failure.isEmpty();
  }

  /** Errors of all rounds with the first reason, or "0". */
  String errors() {
    if (failed()) {
      return "failed: " + failure;
    }
    long errors = samples.stream().mapToLong(sample -> sample.load().counters().errors()).sum();
    return samples.stream()
        .map(sample -> sample.load().counters().firstProblem())
        .filter(problem -> !problem.isEmpty())
        .findFirst()
        .map(problem -> errors + " (" + problem + ")")
        .orElse(Long.toString(errors));
  }

  boolean clean() {
    return "0".equals(errors());
  }

  double median(ToDoubleFunction<Sample> value) {
    return median(samples.stream().mapToDouble(value).toArray());
  }

  double least(ToDoubleFunction<Sample> value) {
    return samples.stream().mapToDouble(value).min().orElse(Double.NaN);
  }

  double most(ToDoubleFunction<Sample> value) {
    return samples.stream().mapToDouble(value).max().orElse(Double.NaN);
  }

  /**
   * The median of the quotients of the same round. Since the runs of a round are neighbours in
   * time, a slow drift of the machine falls out of it.
   */
  double ratio(Series base, ToDoubleFunction<Sample> value) {
    return median(
        rounds(base)
            .mapToDouble(
                round ->
                    value.applyAsDouble(samples.get(round))
                        / value.applyAsDouble(base.samples.get(round)))
            .toArray());
  }

  /** The median of the differences to the mean of two neighbours in the same round. */
  double added(Series before, Series after, ToDoubleFunction<Sample> value) {
    return median(
        rounds(before)
            .limit(after.samples.size())
            .mapToDouble(
                round ->
                    value.applyAsDouble(samples.get(round))
                        - (value.applyAsDouble(before.samples.get(round))
                                + value.applyAsDouble(after.samples.get(round)))
                            / 2)
            .toArray());
  }

  private IntStream rounds(Series other) {
    return IntStream.range(0, Math.min(samples.size(), other.samples.size()));
  }

  private static double median(double[] values) {
    if (values.length == 0) {
      return Double.NaN;
    }
    Arrays.sort(values);
    int middle = values.length / 2;
    return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
  }
}
