package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.ChatRequest;
import io.omniroute.api.json.FieldReader;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonException;
import io.omniroute.api.translate.ClientFormat;
import io.omniroute.api.translate.ClientRequest;
import io.omniroute.api.translate.ClientRoute;
import io.omniroute.api.translate.ErrorAnswer;
import io.omniroute.api.translate.ModelCard;
import io.omniroute.api.translate.Operation;
import io.omniroute.api.translate.RequestHead;
import io.omniroute.api.translate.RequestHeads;
import io.omniroute.api.translate.ResponseContext;
import io.omniroute.api.translate.ResponseEncoder;
import java.util.List;

/** The side towards clients. */
final class OpenAiChatClient implements ClientFormat {
  private static final List<ClientRoute> ROUTES =
      List.of(
          ClientRoute.chat("/v1/chat/completions"),
          new ClientRoute("GET", "/v1/models", Operation.LIST_MODELS),
          new ClientRoute("GET", "/v1/models/{id*}", Operation.SHOW_MODEL));

  @Override
  public String format() {
    return OpenAiChatTranslator.FORMAT;
  }

  @Override
  public List<ClientRoute> routes() {
    return ROUTES;
  }

  @Override
  public RequestHead head(ClientRequest request) {
    return RequestHeads.scan(request.body(), false);
  }

  @Override
  public ChatRequest decode(ClientRequest request) {
    Json body;
    try {
      body = Json.parse(request.body());
    } catch (JsonException e) {
      throw FieldReader.wrong("", "is not valid JSON: " + e.reason());
    }
    return RequestReader.read(FieldReader.of(body, ""));
  }

  @Override
  public ResponseEncoder encoder(ResponseContext context) {
    return new AnswerWriter(context);
  }

  @Override
  public byte[] error(ErrorAnswer error) {
    return ErrorWriter.body(error);
  }

  @Override
  public byte[] modelList(List<ModelCard> models) {
    return ModelWriter.list(models);
  }

  @Override
  public byte[] model(ModelCard model) {
    return ModelWriter.one(model);
  }
}
