package io.omniroute.plugin.translator.openaichat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFaultsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"messages":[]}                                                                       | model
          {"model":""}                                                                          | model
          {"model":7}                                                                           | model
          {"model":"m"}                                                                         | messages
          {"model":"m","messages":"hi"}                                                         | messages
          {"model":"m","messages":[]}                                                           | messages
          {"model":"m","messages":["hi"]}                                                       | messages[0]
          {"model":"m","messages":[{"content":"hi"}]}                                           | messages[0].role
          {"model":"m","messages":[{"role":"robot","content":"hi"}]}                            | messages[0].role
          {"model":"m","messages":[{"role":"user"}]}                                            | messages[0].content
          {"model":"m","messages":[{"role":"user","content":7}]}                                | messages[0].content
          {"model":"m","messages":[{"role":"user","content":[{"text":"x"}]}]}                   | messages[0].content[0].type
          {"model":"m","messages":[{"role":"user","content":[{"type":"text"}]}]}                | messages[0].content[0].text
          {"model":"m","messages":[{"role":"user","content":[{"type":"image_url"}]}]}           | messages[0].content[0].image_url
          {"model":"m","messages":[{"role":"user","content":[{"type":"image_url","image_url":{"url":"data:x"}}]}]} | messages[0].content[0].image_url
          {"model":"m","messages":[{"role":"user","content":[{"type":"file","file":{}}]}]}      | messages[0].content[0].file
          {"model":"m","messages":[{"role":"tool","content":"x"}]}                              | messages[0].tool_call_id
          {"model":"m","messages":[{"role":"assistant","tool_calls":[{"id":"a"}]}]}             | messages[0].tool_calls[0].function
          {"model":"m","messages":[{"role":"assistant","tool_calls":[{"function":{}}]}]}        | messages[0].tool_calls[0].function.name
          {"model":"m","messages":[{"role":"assistant","tool_calls":[{"type":"x"}]}]}           | messages[0].tool_calls[0].type
          {"model":"m","messages":[{"role":"user","content":"x"}],"stream":"yes"}               | stream
          {"model":"m","messages":[{"role":"user","content":"x"}],"temperature":"hot"}          | temperature
          {"model":"m","messages":[{"role":"user","content":"x"}],"max_tokens":1.5}             | max_tokens
          {"model":"m","messages":[{"role":"user","content":"x"}],"stop":["a",1]}               | stop[1]
          {"model":"m","messages":[{"role":"user","content":"x"}],"n":99999999999}              | n
          {"model":"m","messages":[{"role":"user","content":"x"}],"reasoning_effort":"huge"}    | reasoning_effort
          {"model":"m","messages":[{"role":"user","content":"x"}],"response_format":{}}         | response_format.type
          {"model":"m","messages":[{"role":"user","content":"x"}],"response_format":{"type":"json_schema"}} | response_format.json_schema
          {"model":"m","messages":[{"role":"user","content":"x"}],"tools":{}}                   | tools
          {"model":"m","messages":[{"role":"user","content":"x"}],"tools":[{}]}                 | tools[0].type
          {"model":"m","messages":[{"role":"user","content":"x"}],"tools":[{"type":"function","function":{"name":""}}]} | tools[0].function.name
          {"model":"m","messages":[{"role":"user","content":"x"}],"tools":[{"type":"function","function":{"name":"f","parameters":[]}}]} | tools[0].function.parameters
          {"model":"m","messages":[{"role":"user","content":"x"}],"tool_choice":"perhaps"}      | tool_choice
          {"model":"m","messages":[{"role":"user","content":"x"}],"tool_choice":{"type":"function"}} | tool_choice.function
          {"model":"m","messages":[{"role":"user","content":"x"}],"metadata":"x"}               | metadata
          {"model":"m","messages":[{"role":"user","content":"x"}],"modalities":["smell"]}       | modalities
          """)
  void aFaultNamesTheField(String body, String path) {
    assertThatThrownBy(() -> Examples.decode(body))
        .isInstanceOfSatisfying(
            GatewayException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_REQUEST);
              assertThat(e.parameter()).contains(path);
            });
  }
}
