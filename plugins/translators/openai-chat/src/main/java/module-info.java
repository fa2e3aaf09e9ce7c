/** The wire format openai-chat. */
module io.omniroute.plugin.translator.openaichat {
  requires io.omniroute.api;
  requires static org.jspecify;

  provides io.omniroute.api.translate.Translator with
      io.omniroute.plugin.translator.openaichat.OpenAiChatTranslator;
}
