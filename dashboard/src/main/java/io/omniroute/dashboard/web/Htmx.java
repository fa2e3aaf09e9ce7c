package io.omniroute.dashboard.web;

import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;

/** The only place that knows htmx's header names. */
public final class Htmx {

  private Htmx() {}

  /** Whether htmx asks for a part of the page rather than for the page. */
  public static boolean wantsPart(WebRequest request) {
    return isTrue(request, "HX-Request") && !isTrue(request, "HX-History-Restore-Request");
  }

  /** Whether htmx asks for what goes into the element with this id. */
  public static boolean wants(WebRequest request, String elementId) {
    return wantsPart(request) && request.header("HX-Target").filter(elementId::equals).isPresent();
  }

  /** Sends a browser elsewhere, whether htmx or the browser itself asked. */
  public static WebResponse redirect(WebRequest request, String location) {
    return wantsPart(request)
        ? WebResponse.empty(204).with("HX-Redirect", location)
        : WebResponse.seeOther(location);
  }

  private static boolean isTrue(WebRequest request, String header) {
    return request.header(header).filter("true"::equals).isPresent();
  }
}
