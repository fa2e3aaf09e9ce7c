-- One dialect for every engine: TEXT, INTEGER, BIGINT, BOOLEAN, no engine's own features.
-- ${key64} is what the engine calls a key of 64 bits.
-- Columns ..._at and ..._until are UTC epoch milliseconds; sealed columns hold enc:v1:... texts.

CREATE TABLE encryption_keys (
  id         TEXT   NOT NULL PRIMARY KEY,
  kind       TEXT   NOT NULL CHECK (kind IN ('file', 'passphrase')),
  salt       TEXT,
  probe      TEXT   NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE server_secrets (
  name       TEXT   NOT NULL PRIMARY KEY,
  value      TEXT   NOT NULL,
  updated_at BIGINT NOT NULL
);

CREATE TABLE provider_connections (
  id                     TEXT    NOT NULL PRIMARY KEY,
  provider               TEXT    NOT NULL,
  auth_type              TEXT    NOT NULL,
  name                   TEXT    NOT NULL,
  email                  TEXT,
  priority               INTEGER NOT NULL,
  global_priority        INTEGER,
  active                 BOOLEAN NOT NULL,
  default_model          TEXT,
  health_check_minutes   INTEGER,
  rate_limit_protection  BOOLEAN NOT NULL,
  project_id             TEXT,
  provider_specific_data TEXT    NOT NULL,
  api_key                TEXT,
  access_token           TEXT,
  refresh_token          TEXT,
  id_token               TEXT,
  secret_data            TEXT,
  expires_at             BIGINT,
  scope                  TEXT,
  test_status            TEXT    NOT NULL,
  error_code             TEXT,
  last_error             TEXT,
  last_error_at          BIGINT,
  backoff_level          INTEGER NOT NULL,
  rate_limited_until     BIGINT,
  last_tested_at         BIGINT,
  consecutive_use_count  INTEGER NOT NULL,
  last_used_at           BIGINT,
  created_at             BIGINT  NOT NULL,
  updated_at             BIGINT  NOT NULL
);
CREATE INDEX provider_connections_order ON provider_connections (provider, priority, created_at);

CREATE TABLE provider_nodes (
  id         TEXT   NOT NULL PRIMARY KEY,
  type       TEXT   NOT NULL,
  name       TEXT   NOT NULL,
  prefix     TEXT   NOT NULL UNIQUE,
  api_type   TEXT,
  base_url   TEXT   NOT NULL,
  created_at BIGINT NOT NULL,
  updated_at BIGINT NOT NULL
);

CREATE TABLE api_keys (
  id             TEXT    NOT NULL PRIMARY KEY,
  name           TEXT    NOT NULL,
  hash           TEXT    NOT NULL UNIQUE,
  head           TEXT    NOT NULL,
  tail           TEXT    NOT NULL,
  machine_id     TEXT    NOT NULL,
  allowed_models TEXT    NOT NULL,
  active         BOOLEAN NOT NULL,
  created_at     BIGINT  NOT NULL,
  last_used_at   BIGINT,
  expires_at     BIGINT
);

CREATE TABLE key_values (
  namespace  TEXT   NOT NULL,
  name       TEXT   NOT NULL,
  value      TEXT   NOT NULL,
  updated_at BIGINT NOT NULL,
  PRIMARY KEY (namespace, name)
);

CREATE TABLE plugin_states (
  id               TEXT    NOT NULL PRIMARY KEY,
  enabled          BOOLEAN NOT NULL,
  pinned_version   TEXT,
  previous_version TEXT,
  config           TEXT    NOT NULL,
  sha256           TEXT    NOT NULL,
  installed_at     BIGINT  NOT NULL
);

-- seq = start in epoch milliseconds * 2^20 + a running number. Rows arrive nearly in its order, so that
-- the tables grow at their end; a random key would touch a page of the file for each row.
CREATE TABLE request_log (
  seq                ${key64} NOT NULL PRIMARY KEY,
  id                 TEXT    NOT NULL,
  started_at         BIGINT  NOT NULL,
  method             TEXT    NOT NULL,
  path               TEXT    NOT NULL,
  status             INTEGER NOT NULL,
  requested_model    TEXT,
  combo_name         TEXT,
  provider           TEXT,
  model              TEXT,
  connection_id      TEXT,
  api_key_id         TEXT,
  api_key_name       TEXT,
  client_format      TEXT,
  upstream_format    TEXT,
  streaming          BOOLEAN NOT NULL,
  duration_us        BIGINT  NOT NULL,
  first_token_us     BIGINT  NOT NULL,
  tokens_input       BIGINT  NOT NULL,
  tokens_cache_read  BIGINT  NOT NULL,
  tokens_cache_write BIGINT  NOT NULL,
  tokens_output      BIGINT  NOT NULL,
  tokens_reasoning   BIGINT  NOT NULL,
  request_bytes      BIGINT  NOT NULL,
  response_bytes     BIGINT  NOT NULL,
  error              TEXT,
  dropped            TEXT    NOT NULL,
  attempts           INTEGER NOT NULL
);
CREATE UNIQUE INDEX request_log_id ON request_log (id);

-- A request's attempts have the numbers that follow its own. The ledger outlives the log: it repeats
-- time and caller, and has no foreign key to it.
CREATE TABLE usage_attempts (
  seq                ${key64} NOT NULL PRIMARY KEY,
  started_at         BIGINT  NOT NULL,
  api_key_id         TEXT,
  api_key_name       TEXT,
  provider           TEXT    NOT NULL,
  model              TEXT    NOT NULL,
  connection_id      TEXT,
  status             INTEGER NOT NULL,
  error_code         TEXT,
  reason             TEXT,
  duration_us        BIGINT  NOT NULL,
  tokens_input       BIGINT  NOT NULL,
  tokens_cache_read  BIGINT  NOT NULL,
  tokens_cache_write BIGINT  NOT NULL,
  tokens_output      BIGINT  NOT NULL,
  tokens_reasoning   BIGINT  NOT NULL
);

CREATE TABLE audit_log (
  id          TEXT   NOT NULL PRIMARY KEY,
  happened_at BIGINT NOT NULL,
  action      TEXT   NOT NULL,
  actor       TEXT   NOT NULL,
  target      TEXT,
  details     TEXT,
  ip          TEXT
);
CREATE INDEX audit_log_order ON audit_log (happened_at);
