package io.omniroute.api.chat;

import java.util.List;

/**
 * How likely a token was.
 *
 * @param token the token's text; half a character shows as a replacement
 * @param logprob the natural logarithm of its probability
 * @param bytes the token's bytes as numbers from 0 to 255; empty where unknown
 * @param alternatives the likeliest tokens in its place, without alternatives of their own
 */
public record TokenLogprob(
    String token, double logprob, List<Integer> bytes, List<TokenLogprob> alternatives) {

  /** Copies the lists. */
  public TokenLogprob {
    bytes = List.copyOf(bytes);
    alternatives = List.copyOf(alternatives);
  }
}
