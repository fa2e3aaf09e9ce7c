package io.omniroute.dashboard.connect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How tools are connected.
 *
 * @param baseUrl the address
 * @param key a key that was made just now
 * @param open whether requests without a key are served
 * @param tools the tools
 */
public record ConnectView(
    String baseUrl, @Nullable String key, boolean open, List<ToolView> tools) {

  /**
   * One tool.
   *
   * @param id its id
   * @param name its name
   * @param chosen whether it is shown first
   * @param note what to know before
   * @param refusal why it does not work with this gateway
   * @param blocks what to type
   */
  public record ToolView(
      String id,
      String name,
      boolean chosen,
      @Nullable String note,
      @Nullable String refusal,
      List<CodeView> blocks) {}

  /**
   * Something to copy.
   *
   * @param caption where it goes
   * @param code what it is
   */
  public record CodeView(String caption, String code) {}
}
