package io.omniroute.platform.http;

import io.omniroute.platform.auth.AccessControl;
import io.omniroute.platform.auth.FirstRun;

/** What an edge is made of. */
record EdgeParts(
    InferenceRoutes inferenceRoutes,
    InferenceEndpoint inference,
    WebEndpoint web,
    FirstRun firstRun,
    AccessControl access,
    Cors cors) {}
