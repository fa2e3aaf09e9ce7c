package io.omniroute.platform.web;

/** Who may call a route. There is no default: every route states it. */
public enum Access {
  /** Anyone who can reach the port. */
  PUBLIC,
  /** Whoever may manage the gateway: a dashboard session. */
  SESSION,
  /** A dashboard session or a valid API key. */
  SESSION_OR_KEY
}
