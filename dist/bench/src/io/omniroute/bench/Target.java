package io.omniroute.bench;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Something that is measured.
 *
 * @param name name in the report
 * @param endpoint where each scenario finds it
 * @param processes whose CPU time it is charged with, asked before every run
 */
record Target(
    String name, Function<Scenario, Endpoint> endpoint, Supplier<ProcessTree> processes) {}
