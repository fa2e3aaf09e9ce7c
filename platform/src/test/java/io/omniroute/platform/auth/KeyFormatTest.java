package io.omniroute.platform.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyFormatTest {

  private final MemorySecrets secrets = new MemorySecrets();

  @Test
  void aKeyHasTheKnownLookAndChecksItself() {
    KeyFormat format = new KeyFormat(secrets, AuthEnvironment.of(Map.of()));
    String key = format.fresh();

    assertThat(key).matches("sk-[0-9a-f]{16}-[a-z0-9]{6}-[0-9a-f]{8}");
    assertThat(key).startsWith("sk-" + format.machineId());
    assertThat(format.wellFormed(key)).isTrue();
    char last = key.charAt(key.length() - 1);
    assertThat(format.wellFormed(key.substring(0, key.length() - 1) + (last == '0' ? '1' : '0')))
        .isFalse();
    assertThat(format.fresh()).isNotEqualTo(key);
  }

  @Test
  void theCheckIsMadeWithTheSecretOfTheEnvironment() {
    String secret = "a secret of sixteen or more";
    KeyFormat format = new KeyFormat(secrets, AuthEnvironment.of(Map.of("API_KEY_SECRET", secret)));
    String[] parts = format.fresh().split("-");

    byte[] mac =
        Tokens.hmac(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8), parts[1] + parts[2]);

    assertThat(parts[3]).isEqualTo(HexFormat.of().formatHex(mac).substring(0, 8));
  }

  @Test
  void aPublishedSecretIsNotUsed() {
    AuthEnvironment environment =
        AuthEnvironment.of(Map.of("API_KEY_SECRET", "endpoint-proxy-api-key-secret"));

    assertThat(environment.keySecret()).isNull();
    assertThat(environment.toString()).doesNotContain("secret-");
  }
}
