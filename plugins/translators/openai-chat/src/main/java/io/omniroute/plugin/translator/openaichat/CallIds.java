package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.translate.ToolNames;

/** Ids of calls as a host takes them: the same for the same id, so that the next turn fits. */
final class CallIds {
  private static final int LONGEST = 64;
  private static final int KEPT = 48;
  private static final int HASHED = 15;
  private static final int SHORT = 9;

  private final boolean nineCharacters;

  CallIds(HostQuirks quirks) {
    nineCharacters = quirks.nineCharacterIds();
  }

  String send(String id) {
    if (nineCharacters) {
      return id.matches("[a-zA-Z0-9]{9}") ? id : ToolNames.hash(id, SHORT);
    }
    return id.length() <= LONGEST ? id : id.substring(0, KEPT) + "_" + ToolNames.hash(id, HASHED);
  }
}
