package io.omniroute.platform.management.http;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import io.omniroute.platform.web.WebResponse;

/** JSON answers. What they hold concerns one person, so nobody may keep them. */
final class Answers {

  private Answers() {}

  static WebResponse ok(Json body) {
    return of(200, body);
  }

  static WebResponse created(Json body) {
    return of(201, body);
  }

  static WebResponse of(int status, Json body) {
    return WebResponse.json(status, body.toBytes()).with("Cache-Control", "no-store");
  }

  static WebResponse success() {
    return ok(JsonObject.builder().put("success", true).build());
  }

  static WebResponse message(String text) {
    return ok(JsonObject.builder().put("message", text).build());
  }
}
