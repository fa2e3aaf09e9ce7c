/** The small host: HTTP edge, request pipeline, plugin host and store. */
module io.omniroute.platform {
  requires io.omniroute.api;
  requires static org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires java.net.http;
  requires org.slf4j;
  requires password4j;
  requires java.sql;
  requires org.jooq;
  requires org.xerial.sqlitejdbc;
  requires flyway.core;
  requires pf4j;
  requires com.github.zafarkhaja.semver;
  requires org.snakeyaml.engine.v2;
  requires undertow.core;
  requires xnio.api;
  // Automatic modules do not pull named ones, so what Undertow needs is named here.
  requires org.jboss.logging;
  requires org.jboss.threads;

  uses io.omniroute.api.provider.Provider;
  uses io.omniroute.api.routing.RoutingStrategy;
  uses io.omniroute.api.scoring.Scorer;
  uses io.omniroute.api.translate.Translator;

  exports io.omniroute.platform.web to
      io.omniroute.dashboard;
  exports io.omniroute.platform.auth to
      io.omniroute.dashboard;
  exports io.omniroute.platform.management to
      io.omniroute.dashboard;

  uses io.omniroute.platform.management.WebModule;

  // jOOQ makes the rows by reflection.
  opens io.omniroute.platform.store.sql.schema.tables.records to
      org.jooq;

  // Flyway finds migrations in the module only when it may look into the folder.
  opens db.migration;
}
