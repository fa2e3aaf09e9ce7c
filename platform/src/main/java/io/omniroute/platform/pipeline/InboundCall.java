package io.omniroute.platform.pipeline;

import io.omniroute.api.translate.ClientFormat;
import io.omniroute.api.translate.ClientRequest;
import io.omniroute.platform.auth.Caller;
import io.omniroute.platform.upstream.Cancellation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.xnio.XnioIoThread;

/**
 * One request of a client, with its body.
 *
 * @param requestId the gateway's own id of the request
 * @param arrivedAt when it came, by the wall clock
 * @param arrivedNanos when it came, by {@link System#nanoTime}
 * @param format the client's format, which follows from the path
 * @param request what was sent
 * @param caller who calls
 * @param cancellation raised when the client goes away
 * @param ioThread the I/O thread of the client's connection, or null
 */
public record InboundCall(
    String requestId,
    Instant arrivedAt,
    long arrivedNanos,
    ClientFormat format,
    ClientRequest request,
    Caller caller,
    Cancellation cancellation,
    @Nullable XnioIoThread ioThread) {}
