/**
 * What the gateway remembers, as ports: records and interfaces without a trace of SQL. Every write
 * that returns is durable against the death of the process; the request log alone is asynchronous
 * and may drop under overload, which it counts. The SQLite adapter lives in {@code store.sql}; a
 * second one has to pass the same contract tests.
 */
@NullMarked
package io.omniroute.platform.store;

import org.jspecify.annotations.NullMarked;
