/**
 * The only module a plugin compiles against: the neutral conversation model and the service
 * interfaces of translators, providers, routing strategies and scorers.
 */
module io.omniroute.api {
  requires static transitive org.jspecify;
  // Reads and writes JSON text; no type of it is in any signature.
  requires com.fasterxml.jackson.core;

  exports io.omniroute.api;
  exports io.omniroute.api.chat;
  exports io.omniroute.api.config;
  exports io.omniroute.api.http;
  exports io.omniroute.api.json;
  exports io.omniroute.api.provider;
  exports io.omniroute.api.routing;
  exports io.omniroute.api.scoring;
  exports io.omniroute.api.translate;
}
