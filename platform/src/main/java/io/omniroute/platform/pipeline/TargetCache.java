package io.omniroute.platform.pipeline;

import io.omniroute.platform.upstream.UpstreamTarget;
import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps parsed addresses: there are few, and parsing costs more than the rest of a call's head. */
final class TargetCache {

  private static final int MOST = 4096;

  private final ConcurrentHashMap<URI, UpstreamTarget> targets = new ConcurrentHashMap<>();

  UpstreamTarget of(URI uri) {
    UpstreamTarget known = targets.get(uri);
    if (known != null) {
      return known;
    }
    UpstreamTarget parsed = UpstreamTarget.of(uri);
    // A query may carry a key or a client's text: such addresses are not kept.
    if (uri.getRawQuery() == null && targets.size() < MOST) {
      targets.put(uri, parsed);
    }
    return parsed;
  }
}
