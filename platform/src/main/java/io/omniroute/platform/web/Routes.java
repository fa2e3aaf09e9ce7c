package io.omniroute.platform.web;

/**
 * Collects routes at start. A path is a template: {@code /api/providers/{id}/test}; a last segment
 * {@code {name*}} takes the rest of the path. More literal templates win over less literal ones.
 */
public interface Routes {

  /** Adds a route. */
  Routes add(String method, String path, Access access, WebHandler handler);

  /** Adds a {@code GET} route, which also answers {@code HEAD}. */
  default Routes get(String path, Access access, WebHandler handler) {
    return add("GET", path, access, handler);
  }

  /** Adds a {@code POST} route. */
  default Routes post(String path, Access access, WebHandler handler) {
    return add("POST", path, access, handler);
  }

  /** Adds a {@code PUT} route. */
  default Routes put(String path, Access access, WebHandler handler) {
    return add("PUT", path, access, handler);
  }

  /** Adds a {@code PATCH} route. */
  default Routes patch(String path, Access access, WebHandler handler) {
    return add("PATCH", path, access, handler);
  }

  /** Adds a {@code DELETE} route. */
  default Routes delete(String path, Access access, WebHandler handler) {
    return add("DELETE", path, access, handler);
  }
}
