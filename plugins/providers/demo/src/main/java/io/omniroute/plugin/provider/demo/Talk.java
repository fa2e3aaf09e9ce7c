package io.omniroute.plugin.provider.demo;

import java.time.Duration;
import java.util.List;

/** The models that just talk. */
final class Talk {
  private static final int LONG_WORDS = 500;
  private static final int MOST_WORDS = 100_000;
  private static final Duration SLOW = Duration.ofSeconds(5);
  private static final Duration SLOWEST = Duration.ofMinutes(10);
  private static final List<String> WORDS =
      List.of(
          "one", "answer", "after", "another", "flows", "through", "the", "gateway", "and", "every",
          "word", "of", "it", "is", "always", "the", "same");

  private Talk() {}

  static Reply hello(Prompt prompt) {
    String asked = prompt.lastUserText();
    String question =
        asked.isEmpty() ? "You asked nothing yet." : "You asked: \"" + asked.strip() + "\"";
    return Reply.text(
        """
        Hello! I am the demo provider of OmniRoute. I answer inside the gateway: no key, no \
        network, no cost, and the same words every time.

        %s

        How to go on:
        - Ask my sisters: demo/echo repeats you, demo/think thinks first, demo/tools calls your \
        tools, demo/json follows your schema, demo/long talks a lot, demo/slow makes you wait, \
        demo/fail fails as you tell it (status=503).
        - Add a provider with a key in the dashboard, then put provider/model where you wrote \
        demo/hello. Nothing else changes.\
        """
            .formatted(question));
  }

  static Reply echo(Prompt prompt) {
    String asked = prompt.lastUserText();
    return Reply.text(asked.isEmpty() ? "(nothing was said)" : asked);
  }

  static Reply think(Prompt prompt) {
    String asked = prompt.lastUserText().strip();
    int words = asked.isEmpty() ? 0 : asked.split("\\s+").length;
    return Reply.of(
        new Reply.Think(
            "The message has "
                + words
                + " words and "
                + asked.length()
                + " characters. I was told to think before I answer, and now I have."),
        new Reply.Say("I thought about it. Your message has " + words + " words."));
  }

  static Reply longAnswer(Prompt prompt) {
    int count = Math.max(1, prompt.number("words", LONG_WORDS, MOST_WORDS));
    StringBuilder text = new StringBuilder(count * 7);
    for (int i = 0; i < count; i++) {
      text.append(i == 0 ? "" : " ").append(WORDS.get(i % WORDS.size()));
    }
    return Reply.text(text.append('.').toString());
  }

  static Reply slow(Prompt prompt) {
    Duration delay = prompt.duration("delay", SLOW, SLOWEST);
    return Reply.of(
        new Reply.Pause(delay),
        new Reply.Say("I waited " + delay.toMillis() + " ms before I said this."));
  }
}
