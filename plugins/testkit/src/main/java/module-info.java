/** Conformance tests and a scripted upstream for authors of plugins. */
module io.omniroute.testkit {
  requires transitive io.omniroute.api;
  requires transitive org.junit.jupiter.api;
  requires static org.jspecify;

  exports io.omniroute.testkit;
}
