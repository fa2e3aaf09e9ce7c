package io.omniroute.platform.pipeline;

import io.omniroute.api.http.Headers;

/** Between the header fields that plugins see and those of the upstream client. */
final class HeaderBridge {

  private HeaderBridge() {}

  static io.omniroute.platform.upstream.Headers toUpstream(Headers headers) {
    var builder = io.omniroute.platform.upstream.Headers.builder();
    for (Headers.Field field : headers.fields()) {
      if (!io.omniroute.platform.upstream.Headers.ownedByConnection(field.name())) {
        builder.add(field.name(), field.value());
      }
    }
    return builder.build();
  }

  static Headers fromUpstream(io.omniroute.platform.upstream.Headers headers) {
    Headers.Builder builder = Headers.builder();
    headers.forEach(builder::add);
    return builder.build();
  }
}
