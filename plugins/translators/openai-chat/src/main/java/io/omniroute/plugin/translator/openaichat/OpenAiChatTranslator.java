package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.translate.ClientFormat;
import io.omniroute.api.translate.Translator;
import io.omniroute.api.translate.UpstreamFormat;
import java.util.Optional;

/** The format {@code openai-chat}. Stateless and thread-safe. */
public final class OpenAiChatTranslator implements Translator {
  /** The format's id. */
  static final String FORMAT = "openai-chat";

  private final ClientFormat client = new OpenAiChatClient();
  private final UpstreamFormat upstream = new OpenAiChatUpstream();

  /** Made by the host. */
  public OpenAiChatTranslator() {}

  @Override
  public String format() {
    return FORMAT;
  }

  @Override
  public Optional<ClientFormat> clientFormat() {
    return Optional.of(client);
  }

  @Override
  public Optional<UpstreamFormat> upstreamFormat() {
    return Optional.of(upstream);
  }
}
