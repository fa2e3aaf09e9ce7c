package io.omniroute.plugin.translator.openaichat;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.translate.ClientRoute;
import io.omniroute.api.translate.ErrorAnswer;
import io.omniroute.api.translate.ModelCard;
import io.omniroute.api.translate.RequestHead;
import io.omniroute.testkit.Samples;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAnswersTest {

  @ParameterizedTest
  @CsvSource({
    "INVALID_REQUEST,400,invalid_request_error,bad_request",
    "CONTEXT_OVERFLOW,400,invalid_request_error,context_length_exceeded",
    "UNAUTHENTICATED,401,authentication_error,invalid_api_key",
    "QUOTA_EXHAUSTED,402,insufficient_quota,insufficient_quota",
    "PERMISSION_DENIED,403,permission_error,permission_denied",
    "NOT_FOUND,404,invalid_request_error,model_not_found",
    "PAYLOAD_TOO_LARGE,413,request_too_large,request_too_large",
    "RATE_LIMITED,429,rate_limit_error,rate_limit_exceeded",
    "INTERNAL,500,server_error,internal_server_error",
    "UPSTREAM_ERROR,502,server_error,bad_gateway",
    "UNAVAILABLE,503,server_error,service_unavailable",
    "UPSTREAM_TIMEOUT,504,timeout,gateway_timeout"
  })
  void errorsFollowTheTable(ErrorCode code, int status, String type, String word) {
    GatewayException failure = new GatewayException(code, "why").withParameter("messages[0]");
    JsonObject error =
        Examples.json(
                new String(
                    Examples.CLIENT.error(ErrorAnswer.of(failure, "r")), StandardCharsets.UTF_8))
            .object("error");

    assertThat(failure.status()).isEqualTo(status);
    assertThat(error.fields().keySet()).containsExactly("message", "type", "param", "code");
    assertThat(error.text("message")).isEqualTo("why");
    assertThat(error.text("type")).isEqualTo(type);
    assertThat(error.text("code")).isEqualTo(word);
    assertThat(error.text("param")).isEqualTo("messages[0]");
  }

  @Test
  void modelsAreListedAsClientsExpect() {
    ModelCard plain = new ModelCard("p/m", "p", "m", 7, "m", null, "chat", null, null, false);
    ModelCard rich =
        new ModelCard("x/m", "p", "A model", 7, "m", "p/m", "embedding", 8000L, 100L, true);

    assertThat(Json.parse(Examples.CLIENT.modelList(List.of(plain, rich))).toText())
        .isEqualTo(
            "{\"object\":\"list\",\"data\":[{\"id\":\"p/m\",\"object\":\"model\",\"created\":7,"
                + "\"owned_by\":\"p\",\"permission\":[],\"root\":\"m\",\"parent\":null},"
                + "{\"id\":\"x/m\",\"object\":\"model\",\"created\":7,\"owned_by\":\"p\","
                + "\"permission\":[],\"root\":\"m\",\"parent\":\"p/m\",\"name\":\"A model\","
                + "\"type\":\"embedding\",\"context_length\":8000,\"max_output_tokens\":100,"
                + "\"custom\":true}]}");
    assertThat(((JsonObject) Json.parse(Examples.CLIENT.model(plain))).text("id")).isEqualTo("p/m");
  }

  @Test
  void anAbsentStreamMeansAWholeAnswer() {
    RequestHead head =
        Examples.CLIENT.head(
            Samples.clientRequest(
                ClientRoute.chat("/v1/chat/completions"),
                "{\"model\":\"p/m\",\"messages\":[]}".getBytes(StandardCharsets.UTF_8)));

    assertThat(head.stream()).isFalse();
    assertThat(head.model()).isEqualTo("p/m");
  }

  @Test
  void anAnswerWithoutAnIdGetsOne() {
    var events =
        Examples.read(
            "data: {\"id\":\"\",\"choices\":[{\"delta\":{\"content\":\"Hi\"},"
                + "\"finish_reason\":\"stop\"}]}\n\n");
    JsonObject chunk = Examples.chunks(Examples.write(events, Samples.conversation())).getFirst();

    assertThat(chunk.text("id")).isEqualTo("chatcmpl-req1");
    assertThat(chunk.text("model")).isEqualTo("some-model");
    assertThat(chunk.number("created", 0)).isEqualTo(1_700_000_000);
  }
}
