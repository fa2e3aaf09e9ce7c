package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.json.JsonWriter;
import io.omniroute.api.translate.ErrorAnswer;
import org.jspecify.annotations.Nullable;

/** Writes errors: {@code {"error":{message,type,param,code}}}. */
final class ErrorWriter {

  private ErrorWriter() {}

  static byte[] body(ErrorAnswer error) {
    return new JsonWriter(256)
        .beginObject()
        .name("error")
        .beginObject()
        .field("message", error.message())
        .field("type", type(error.status(), error.code()))
        .field("param", error.parameter())
        .field("code", code(error))
        .endObject()
        .endObject()
        .toBytes();
  }

  private static String type(int status, ErrorCode code) {
    if (code == ErrorCode.QUOTA_EXHAUSTED) {
      return "insufficient_quota";
    }
    return switch (status) {
      case 401 -> "authentication_error";
      case 403 -> "permission_error";
      case 408, 504 -> "timeout";
      case 413 -> "request_too_large";
      case 429 -> "rate_limit_error";
      default -> status < 500 ? "invalid_request_error" : "server_error";
    };
  }

  /** What the kind of failure is called where clients look for it, else by the status. */
  private static @Nullable String code(ErrorAnswer error) {
    return switch (error.code()) {
      case CONTEXT_OVERFLOW -> "context_length_exceeded";
      case CONTENT_REFUSED -> "content_filter";
      case QUOTA_EXHAUSTED -> "insufficient_quota";
      case UNSUPPORTED_PARAMETER -> "unsupported_parameter";
      case METHOD_NOT_ALLOWED -> "method_not_allowed";
      case CONFLICT -> "conflict";
      case CLIENT_CLOSED -> "client_closed_request";
      default -> byStatus(error);
    };
  }

  private static String byStatus(ErrorAnswer error) {
    return switch (error.status()) {
      case 401 -> "invalid_api_key";
      case 403 -> "permission_denied";
      case 404 -> "model_not_found";
      case 408, 504 -> "gateway_timeout";
      case 413 -> "request_too_large";
      case 429 -> "rate_limit_exceeded";
      case 502 -> "bad_gateway";
      case 503 -> "service_unavailable";
      default -> {
        String told = error.nativeCode();
        String usual = error.status() < 500 ? "bad_request" : "internal_server_error";
        yield error.status() < 500 && told != null && !told.equals("invalid_request_error")
            ? told
            : usual;
      }
    };
  }
}
