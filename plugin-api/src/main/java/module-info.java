/** The only module a plugin compiles against. */
module io.omniroute.api {
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.core;

  exports io.omniroute.api;
}
