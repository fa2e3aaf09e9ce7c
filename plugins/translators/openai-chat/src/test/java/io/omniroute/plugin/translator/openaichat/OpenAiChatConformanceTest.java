package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.translate.Frame;
import io.omniroute.api.translate.Translator;
import io.omniroute.testkit.SseText;
import io.omniroute.testkit.TranslatorConformance;
import java.nio.charset.StandardCharsets;
import java.util.List;

class OpenAiChatConformanceTest extends TranslatorConformance {

  @Override
  protected Translator translator() {
    return new OpenAiChatTranslator();
  }

  @Override
  protected byte[] sampleRequest() {
    return Examples.text("C-E1.json").getBytes(StandardCharsets.UTF_8);
  }

  @Override
  protected List<Frame> sampleStream() {
    return SseText.frames(Examples.text("C-S1.sse"));
  }

  @Override
  protected byte[] sampleAnswer() {
    return Examples.text("C-R1.json").getBytes(StandardCharsets.UTF_8);
  }
}
