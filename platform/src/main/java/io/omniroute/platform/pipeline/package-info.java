/**
 * The way of one request: plan, attempts, lanes, commit. Up to the commit every failure may still
 * be served by another target; after it the client gets what came or an error in its own format.
 */
@NullMarked
package io.omniroute.platform.pipeline;

import org.jspecify.annotations.NullMarked;
