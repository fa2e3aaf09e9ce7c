package io.omniroute.bench;

import java.util.List;

/**
 * One thing that is measured for every target.
 *
 * @param name name on the command line
 * @param title heading in the report
 * @param workload what is sent
 * @param tls whether the target speaks TLS to the upstream
 */
record Scenario(String name, String title, Workload workload, boolean tls) {

  private static final int PACE_MILLIS = 10;

  /** All scenarios in the order in which they are run. */
  static List<Scenario> all() {
    Workload chat32 = Workload.closed(AnswerKind.JSON, 32, 0);
    Workload chat1 = Workload.closed(AnswerKind.JSON, 1, 0);
    Workload flood = Workload.closed(AnswerKind.FLOOD, 8, 0);
    Workload paced = Workload.closed(AnswerKind.PACED, 200, PACE_MILLIS);
    return List.of(
        new Scenario("chat32", "Chat, 32 connections", chat32, false),
        new Scenario("chat1", "Chat, 1 connection", chat1, false),
        new Scenario("flood", "Stream at once, 8 connections", flood, false),
        new Scenario("paced", "Paced stream, 200 connections, an event each 10 ms", paced, false),
        new Scenario("chat32-tls", "Chat, 32 connections, TLS to the upstream", chat32, true),
        new Scenario("chat1-tls", "Chat, 1 connection, TLS to the upstream", chat1, true),
        new Scenario("flood-tls", "Stream at once, TLS to the upstream", flood, true),
        new Scenario("paced-tls", "Paced stream, TLS to the upstream", paced, true));
  }

  static Scenario named(String name) {
    return all().stream()
        .filter(scenario -> scenario.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no scenario " + name));
  }
}
