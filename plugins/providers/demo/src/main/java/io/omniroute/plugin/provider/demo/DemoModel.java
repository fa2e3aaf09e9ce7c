package io.omniroute.plugin.provider.demo;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import java.util.Map;

/** One of the models: what it replies to a prompt. Pure. */
@FunctionalInterface
interface DemoModel {

  /** The models by the first word of their ids; what follows a hyphen is for the model itself. */
  Map<String, DemoModel> ALL =
      Map.of(
          "hello", Talk::hello,
          "echo", Talk::echo,
          "think", Talk::think,
          "long", Talk::longAnswer,
          "slow", Talk::slow,
          "tools", ToolUse::reply,
          "json", StructuredAnswer::reply,
          "fail", Failing::reply);

  /** What the model replies. */
  Reply reply(Prompt prompt);

  /**
   * The model of an id.
   *
   * @throws GatewayException {@code NOT_FOUND} where there is none
   */
  static DemoModel named(String id) {
    int hyphen = id.indexOf('-');
    DemoModel model = ALL.get(hyphen < 0 ? id : id.substring(0, hyphen));
    if (model == null) {
      throw new GatewayException(
              ErrorCode.NOT_FOUND,
              "There is no model '"
                  + id
                  + "' at the demo provider; demo/hello tells which there are")
          .withParameter("model");
    }
    return model;
  }
}
