package io.omniroute.platform.http;

import io.omniroute.platform.pipeline.ChatPipeline;

/** What inference routes lead to. */
record InferenceServices(ChatPipeline pipeline, ModelLists models) {}
