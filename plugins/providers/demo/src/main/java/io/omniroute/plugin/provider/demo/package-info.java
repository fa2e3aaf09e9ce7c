/**
 * A provider that answers inside the gateway, without key, network or chance: people learn and test
 * with it. Each model is a pure function from a prompt to a reply; one performer speaks replies.
 */
@NullMarked
package io.omniroute.plugin.provider.demo;

import org.jspecify.annotations.NullMarked;
