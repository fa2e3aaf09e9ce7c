package io.omniroute.dist.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Names of vendors and their products. Words that are also ordinary English in this field
 * ("cursor", "together", "continue", the key prefix "xai") are left out: the rule would cry wolf.
 */
final class VendorWords {

  private static final Set<String> NAMES =
      Set.of(
          "openai",
          "chatgpt",
          "gpt",
          "groq",
          "deepseek",
          "openrouter",
          "mistral",
          "codestral",
          "ollama",
          "anthropic",
          "claude",
          "gemini",
          "vertex",
          "codex",
          "copilot",
          "kiro",
          "iflow",
          "qwen",
          "dashscope",
          "alibaba",
          "fireworks",
          "cerebras",
          "deepgram",
          "assemblyai",
          "grok",
          "cohere",
          "perplexity",
          "nvidia",
          "huggingface",
          "moonshot",
          "kimi",
          "minimax",
          "zhipu",
          "glm",
          "siliconflow",
          "hyperbolic",
          "nebius",
          "elevenlabs",
          "bedrock",
          "azure",
          "cloudflare",
          "replicate",
          "sambanova",
          "novita",
          "chutes",
          "antigravity",
          "windsurf");

  /** Names of wire formats, allowed as a whole literal in the code that picks or lists formats. */
  private static final Set<String> FORMATS =
      Set.of(
          "openai-chat",
          "openai-responses",
          "anthropic",
          "gemini",
          "ollama",
          "kiro",
          "cursor",
          "cloudcode");

  private VendorWords() {}

  static boolean isFormat(String literal) {
    return FORMATS.contains(literal);
  }

  /** The first vendor's name in an identifier or a text, be it in camel case, dashed or spaced. */
  static Optional<String> find(String text) {
    List<String> words =
        Arrays.stream(text.split("[^A-Za-z]+|(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"))
            .map(word -> word.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toList();
    Stream<String> pairs =
        IntStream.range(1, words.size()).mapToObj(i -> words.get(i - 1) + words.get(i));
    return Stream.concat(words.stream(), pairs).filter(NAMES::contains).findFirst();
  }
}
