package io.omniroute.api.provider;

/** What an answer costs its user; the order in which a person would try them. */
public enum Tier {
  /** Paid by the month whether it is used or not. */
  SUBSCRIPTION,
  /** Paid by the token. */
  API_KEY,
  /** Paid by the token, at a low price. */
  CHEAP,
  /** Free. */
  FREE
}
