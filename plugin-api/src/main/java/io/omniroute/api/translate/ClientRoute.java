package io.omniroute.api.translate;

/**
 * A path that a client format serves.
 *
 * @param method the method in upper case
 * @param path a template such as {@code /v1/chat/completions} or {@code /v1beta/models/{call*}};
 *     {@code {name}} takes one segment, {@code {name*}} the rest
 * @param operation what is asked for there
 */
public record ClientRoute(String method, String path, Operation operation) {

  /** A route for answers. */
  public static ClientRoute chat(String path) {
    return new ClientRoute("POST", path, Operation.CHAT);
  }
}
