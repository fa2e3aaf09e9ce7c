/**
 * The wire format {@code openai-chat} (chat completions), both sides. Towards clients: {@link
 * OpenAiChatClient} reads requests and writes answers, lists of models and errors as strict SDKs
 * want them. Towards upstreams: {@link OpenAiChatUpstream} writes requests by a host's quirks,
 * reads answers with the faults hosts have, and observes forwarded ones.
 */
@NullMarked
package io.omniroute.plugin.translator.openaichat;

import org.jspecify.annotations.NullMarked;
