package io.omniroute.dashboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.dashboard.i18n.Languages;
import io.omniroute.dashboard.i18n.Messages;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FlashTest {

  private static final Messages ENGLISH = Languages.messages("en");

  @Test
  void survivesACookie() {
    Flash flash = Flash.bad("flash.failed", "a reason; with \"signs\" & é");

    assertThat(Flash.decode(flash.encode(), ENGLISH)).contains(flash);
    assertThat(flash.encode()).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void aLongReasonIsCutToWhatACookieHolds() {
    String cookie = Flash.bad("flash.failed", "é".repeat(5000)).encode();

    assertThat(cookie.length()).isLessThan(4096);
    assertThat(Flash.decode(cookie, ENGLISH)).isPresent();
  }

  @Test
  void linesOfAnArgumentDoNotBecomeArguments() {
    Flash flash = Flash.good("flash.failed", "one\ntwo");

    assertThat(Flash.decode(flash.encode(), ENGLISH).orElseThrow().arguments())
        .isEqualTo(List.of("one two"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"GOOD\nnav.plugins\n", "GOOD\nflash.nothing\n", "LOUD\nflash.failed\n", ""})
  void whatWeDidNotWriteIsIgnored(String plain) {
    String cookie = Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));

    assertThat(Flash.decode(cookie, ENGLISH)).isEmpty();
    assertThat(Flash.decode("%%%", ENGLISH)).isEmpty();
  }
}
