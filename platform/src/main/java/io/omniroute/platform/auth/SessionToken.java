package io.omniroute.platform.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonException;
import io.omniroute.api.json.JsonNumber;
import io.omniroute.api.json.JsonObject;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A session as a JSON Web Token (RFC 7519) signed with HS256, the only algorithm that is accepted,
 * whatever a token says of itself.
 *
 * @param id the session's id ({@code jti})
 * @param generation the generation of sessions it belongs to ({@code gen})
 * @param issuedAt {@code iat}
 * @param expiresAt {@code exp}
 */
record SessionToken(String id, String generation, Instant issuedAt, Instant expiresAt) {

  private static final int LONGEST = 1024;
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
  private static final String HEADER =
      ENCODER.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8));

  /** The token's text. */
  String sign(byte[] key) {
    JsonObject claims =
        JsonObject.builder()
            .put("authenticated", true)
            .put("jti", id)
            .put("gen", generation)
            .put("iat", issuedAt.getEpochSecond())
            .put("exp", expiresAt.getEpochSecond())
            .build();
    String signed = HEADER + "." + ENCODER.encodeToString(claims.toBytes());
    return signed + "." + Tokens.hmacText(key, signed);
  }

  /** Reads a token whose signature is right; says nothing of its age. */
  static Optional<SessionToken> read(String text, byte[] key) {
    int first = text.indexOf('.');
    int last = text.lastIndexOf('.');
    if (text.length() > LONGEST || first < 0 || first == last || !text.startsWith(HEADER + ".")) {
      return Optional.empty();
    }
    // Our own header, to the letter: no other algorithm, no "none", nothing to parse before the
    // signature is known to be right.
    try {
      byte[] signature = DECODER.decode(text.substring(last + 1));
      if (!MessageDigest.isEqual(signature, Tokens.hmac(key, text.substring(0, last)))) {
        return Optional.empty();
      }
      return claims(Json.parse(DECODER.decode(text.substring(first + 1, last))));
    } catch (IllegalArgumentException | JsonException | DateTimeException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<SessionToken> claims(Json payload) {
    if (!(payload instanceof JsonObject claims) || !claims.bool("authenticated", false)) {
      return Optional.empty();
    }
    String id = claims.text("jti");
    String generation = claims.text("gen");
    Instant issued = second(claims.number("iat"));
    Instant expires = second(claims.number("exp"));
    return id == null || generation == null || issued == null || expires == null
        ? Optional.empty()
        : Optional.of(new SessionToken(id, generation, issued, expires));
  }

  private static @Nullable Instant second(@Nullable JsonNumber number) {
    return number == null ? null : Instant.ofEpochSecond(number.longValue());
  }
}
