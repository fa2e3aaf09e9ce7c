/**
 * What a person or a script can do to the gateway, as services that the dashboard and the JSON
 * routes share: records in, records out, nothing of HTTP. Every change is validated as a whole
 * before anything is stored, and leaves a line in the audit log that holds no secret.
 */
@NullMarked
package io.omniroute.platform.management;

import org.jspecify.annotations.NullMarked;
