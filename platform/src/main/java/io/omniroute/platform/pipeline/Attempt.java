package io.omniroute.platform.pipeline;

import io.omniroute.api.translate.RequestHead;
import io.omniroute.platform.meter.RequestTrace;
import io.omniroute.platform.route.Target;

/**
 * One try of one target.
 *
 * @param call the client's request
 * @param head what was read of it
 * @param target the target
 * @param out where the answer goes
 * @param trace what becomes of the request
 * @param settings time-outs and limits
 */
record Attempt(
    InboundCall call,
    RequestHead head,
    Target target,
    ClientResponse out,
    RequestTrace trace,
    PipelineSettings settings) {}
