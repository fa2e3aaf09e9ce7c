package io.omniroute.dashboard.i18n;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;

/** Durations and moments in the words of a language. Immutable. */
public final class Times {

  private final Messages messages;
  private final Clock clock;

  /** Times as seen from a clock, in the clock's zone. */
  public Times(Messages messages, Clock clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /** How long ago a moment was, with the exact time for the tooltip. */
  public TimeView ago(Instant moment) {
    Duration passed = Duration.between(moment, clock.instant());
    long seconds = Math.max(0, passed.toSeconds());
    String words;
    if (seconds < 2) {
      words = messages.text("ago.now");
    } else if (seconds < 60) {
      words = messages.text("ago.seconds", seconds);
    } else if (seconds < 3600) {
      words = messages.text("ago.minutes", seconds / 60);
    } else if (seconds < 86_400) {
      words = messages.text("ago.hours", seconds / 3600);
    } else {
      words = messages.count("ago.days", seconds / 86_400);
    }
    return new TimeView(exact(moment), words);
  }

  /** Whether a moment is still to come. */
  public boolean isAhead(Instant moment) {
    return moment.isAfter(clock.instant());
  }

  /** When the reader's day began. */
  public Instant startOfDay() {
    ZoneId zone = clock.getZone();
    return clock.instant().atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  /** The time of day of a moment in the near future, as in "until 14:32". */
  public String timeOfDay(Instant moment) {
    ZoneId zone = clock.getZone();
    return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
        .withLocale(messages.locale())
        .format(moment.atZone(zone));
  }

  /** Milliseconds below a second, else seconds with one digit. */
  public String duration(long millis) {
    return millis < 1000
        ? messages.text("duration.millis", millis)
        : messages.text("duration.seconds", messages.decimal(millis / 1000.0));
  }

  private String exact(Instant moment) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        moment.atZone(clock.getZone()).truncatedTo(ChronoUnit.SECONDS));
  }

  /**
   * A moment on a page.
   *
   * @param iso the exact time with its zone
   * @param words the time in words
   */
  public record TimeView(String iso, String words) {}
}
