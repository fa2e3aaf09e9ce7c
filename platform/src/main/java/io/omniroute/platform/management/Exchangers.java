package io.omniroute.platform.management;

import io.omniroute.api.http.HttpExchanger;

/**
 * What exchanges go through.
 *
 * @param check for tests and lists, patient
 * @param nearby for servers on this machine, impatient
 */
record Exchangers(HttpExchanger check, HttpExchanger nearby) {}
