package io.omniroute.dashboard.plugins;

import io.omniroute.dashboard.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of installed plugins.
 *
 * @param status what is true now
 * @param rows the plugins
 * @param seen names this state of the list, so that an unchanged one is not sent again
 */
public record PluginsView(Status status, List<Row> rows, String seen) {

  /**
   * One plugin.
   *
   * @param id its id
   * @param name its name
   * @param version its version
   * @param description what its author says
   * @param kinds what kinds of things it adds
   * @param api the range of plugin API versions it needs
   * @param facts what it adds and which hosts it speaks to
   * @param status what it is doing
   * @param reason why it does not run
   * @param switchAction the address that switches it on or off, if that is possible
   * @param switchLabel what that does
   * @param switchIcon the icon for it
   * @param removePath the address that asks before removing
   */
  public record Row(
      String id,
      String name,
      String version,
      String description,
      List<String> kinds,
      String api,
      String facts,
      Status status,
      @Nullable String reason,
      String switchAction,
      String switchLabel,
      String switchIcon,
      String removePath) {}
}
