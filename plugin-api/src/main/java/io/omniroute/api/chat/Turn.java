package io.omniroute.api.chat;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a conversation.
 *
 * @param role who speaks
 * @param parts what is said, in its order; results of tools stand in a {@link Role#USER} turn
 * @param name the speaker's name where the caller gave one
 * @param extras fields that no other component holds
 */
public record Turn(Role role, List<Part> parts, @Nullable String name, Extras extras) {

  /** Copies the list. */
  public Turn {
    parts = List.copyOf(parts);
  }

  /** A turn without a name. */
  public Turn(Role role, List<Part> parts) {
    this(role, parts, null, Extras.NONE);
  }

  /** The same turn with other parts. */
  public Turn withParts(List<Part> others) {
    return new Turn(role, others, name, extras);
  }

  /** A turn of the user. */
  public static Turn user(Part... parts) {
    return new Turn(Role.USER, List.of(parts));
  }

  /** A turn of the model. */
  public static Turn assistant(Part... parts) {
    return new Turn(Role.ASSISTANT, List.of(parts));
  }
}
