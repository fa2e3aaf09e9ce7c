package io.omniroute.dashboard.setup;

import java.util.Locale;

/** The steps of the first run. */
enum Step {
  PASSWORD(1),
  PROVIDER(2),
  TEST(3),
  CONNECT(4);

  /** The address of the first run. */
  static final String PATH = "/dashboard/setup";

  private final int number;

  Step(int number) {
    this.number = number;
  }

  /** Its place, from one. */
  int number() {
    return number;
  }

  /** The name in addresses and message keys. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The address of the step. */
  String path() {
    return this == PASSWORD ? PATH : PATH + "/" + id();
  }
}
