package io.omniroute.api.translate;

import java.util.Optional;

/**
 * Keeps what a client's format cannot carry from one turn to the next, such as the signature of a
 * tool call. Bounded and forgetful: what was kept may be gone. Thread-safe; does not block.
 */
public interface ConversationMemory {

  /** A memory that keeps nothing. */
  ConversationMemory NONE =
      new ConversationMemory() {
        @Override
        public Optional<String> recall(String key) {
          return Optional.empty();
        }

        @Override
        public void remember(String key, String value) {}
      };

  /** What was kept under a key. */
  Optional<String> recall(String key);

  /** Keeps a value under a key, such as the id of a tool call. */
  void remember(String key, String value);
}
