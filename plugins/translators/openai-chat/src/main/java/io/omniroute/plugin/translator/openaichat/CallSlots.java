package io.omniroute.plugin.translator.openaichat;

import io.omniroute.api.chat.ChatEventSink;
import io.omniroute.api.json.JsonArray;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Sorts the fragments of a choice's calls, also of hosts that give no index, always the same one,
 * no id, the name again and again, or the name late.
 */
final class CallSlots {
  private final int choice;
  private final String answerId;
  private final ToolWriter tools;
  private final List<CallSlot> slots = new ArrayList<>();
  private final Map<Long, CallSlot> byIndex = new HashMap<>();

  CallSlots(int choice, String answerId, ToolWriter tools) {
    this.choice = choice;
    this.answerId = answerId;
    this.tools = tools;
  }

  void accept(JsonArray entries, ChatEventSink sink) {
    entries.objects().forEach(entry -> slot(entry).accept(entry, sink));
  }

  /** Announces what waited for more, and ends all calls. */
  void end(ChatEventSink sink) {
    slots.forEach(slot -> slot.end(sink));
  }

  /** Whether a call was announced. */
  boolean any() {
    return slots.stream().anyMatch(CallSlot::announced);
  }

  /** Whether the last call's arguments are complete. */
  boolean lastComplete() {
    return slots.isEmpty() || slots.getLast().complete();
  }

  List<String> ids() {
    return slots.stream().filter(CallSlot::announced).map(CallSlot::id).toList();
  }

  private CallSlot slot(JsonObject entry) {
    JsonNumber number = entry.number("index");
    String id = entry.text("id", "");
    boolean named = !CallSlot.name(entry).isEmpty();
    if (number == null || number.longValue() < 0) {
      return unnumbered(id, named);
    }
    CallSlot known = byIndex.get(number.longValue());
    boolean another = known != null && named && known.isOther(id);
    if (known == null || another) {
      known = open();
      byIndex.put(number.longValue(), known);
    }
    return known;
  }

  private CallSlot unnumbered(String id, boolean named) {
    if (!id.isEmpty()) {
      return slots.stream().filter(slot -> slot.id().equals(id)).findFirst().orElseGet(this::open);
    }
    boolean next = slots.isEmpty() || (named && slots.getLast().complete());
    return next ? open() : slots.getLast();
  }

  private CallSlot open() {
    CallSlot slot = new CallSlot(choice, slots.size(), answerId, tools);
    slots.add(slot);
    return slot;
  }
}
