package io.omniroute.dashboard.connect;

import io.omniroute.dashboard.connect.ConnectView.CodeView;
import io.omniroute.dashboard.connect.ConnectView.ToolView;
import io.omniroute.dashboard.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fills the tools' snippets with this gateway's address, key and model. */
public final class ConnectPresenter {

  private ConnectPresenter() {}

  /**
   * The tools and their snippets.
   *
   * @param key a key that was made just now, or {@code null}
   */
  public static ConnectView present(Messages messages, Gateway gateway, @Nullable String key) {
    List<ToolView> tools = new ArrayList<>();
    for (Tools.Tool tool : Tools.all()) {
      tools.add(tool(messages, gateway, tool, key, tools.isEmpty()));
    }
    return new ConnectView(gateway.baseUrl(), key, gateway.open(), tools);
  }

  private static ToolView tool(
      Messages messages, Gateway gateway, Tools.Tool tool, @Nullable String key, boolean first) {
    String noteKey = "tool." + tool.id() + ".note";
    boolean spoken = gateway.clientFormats().contains(tool.format());
    return new ToolView(
        tool.id(),
        tool.name(),
        first,
        messages.has(noteKey) ? messages.text(noteKey) : null,
        spoken ? null : messages.text("connect.format-missing", tool.name(), tool.format()),
        tool.blocks().stream()
            .map(block -> new CodeView(block.caption(), fill(block.template(), gateway, key)))
            .toList());
  }

  private static String fill(String template, Gateway gateway, @Nullable String key) {
    String shownKey = key != null ? key : gateway.open() ? "any-text" : "YOUR_KEY";
    String model = gateway.exampleModel().isEmpty() ? "PROVIDER/MODEL" : gateway.exampleModel();
    return template
        .replace("{{baseUrl}}", gateway.baseUrl())
        .replace("{{rootUrl}}", gateway.baseUrl().replaceFirst("/v1$", ""))
        .replace("{{key}}", shownKey)
        .replace("{{model}}", model);
  }
}
