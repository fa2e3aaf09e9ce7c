/**
 * What a management route or a dashboard page sees of HTTP: requests, responses, routes and who may
 * call them. Handlers run on virtual threads and may block.
 */
@NullMarked
package io.omniroute.platform.web;

import org.jspecify.annotations.NullMarked;
