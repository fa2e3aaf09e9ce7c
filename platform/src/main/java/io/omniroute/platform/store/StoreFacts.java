package io.omniroute.platform.store;

import java.nio.file.Path;

/**
 * Facts for a health page.
 *
 * @param databaseFile the database
 * @param databaseBytes its size
 * @param journalBytes size of what is committed but not yet moved into the database file
 * @param schemaVersion number of the newest migration applied
 * @param engine product and version of the database
 */
public record StoreFacts(
    Path databaseFile, long databaseBytes, long journalBytes, int schemaVersion, String engine) {}
