/**
 * The store on SQLite through jOOQ: the only place with SQL. One thread writes, a few read, each on
 * a connection of its own; callers wait on a future, so that a native call never holds the carrier
 * of a virtual thread. The types of {@code schema} are generated from {@code db/migration} in the
 * build.
 */
@NullMarked
package io.omniroute.platform.store.sql;

import org.jspecify.annotations.NullMarked;
