package io.omniroute.dashboard.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TimesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static Times times(String language) {
    return new Times(Languages.messages(language), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @ParameterizedTest
  @CsvSource({
    "0, just now, à l’instant",
    "12, 12 s ago, il y a 12 s",
    "61, 1 min ago, il y a 1 min",
    "7300, 2 h ago, il y a 2 h",
    "90000, 1 day ago, il y a 1 jour",
    "200000, 2 days ago, il y a 2 jours"
  })
  void saysHowLongAgo(long seconds, String english, String french) {
    assertThat(times("en").ago(NOW.minusSeconds(seconds)).words()).isEqualTo(english);
    assertThat(times("fr").ago(NOW.minusSeconds(seconds)).words()).isEqualTo(french);
  }

  @Test
  void aMomentAheadByAWrongClockIsNow() {
    assertThat(times("en").ago(NOW.plusSeconds(5)).words()).isEqualTo("just now");
  }

  @Test
  void theExactTimeHasItsZone() {
    assertThat(times("en").ago(NOW).iso()).isEqualTo("2026-03-01T12:00:00Z");
  }

  @Test
  void durationsChangeTheirUnitAtASecond() {
    assertThat(times("en").duration(999)).isEqualTo("999 ms");
    assertThat(times("en").duration(1840)).isEqualTo("1.8 s");
    assertThat(times("fr").duration(1840)).isEqualTo("1,8 s");
  }
}
