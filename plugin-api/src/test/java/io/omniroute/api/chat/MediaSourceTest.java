package io.omniroute.api.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MediaSourceTest {

  @Test
  void dataUrlsHoldTheBytesThemselves() {
    assertThat(MediaSource.ofUrl("data:image/png;base64,iVBORw0KGgo="))
        .isEqualTo(new MediaSource.Inline("image/png", "iVBORw0KGgo="));
    assertThat(MediaSource.ofUrl("https://example.com/a,b.png"))
        .isEqualTo(new MediaSource.Url("https://example.com/a,b.png", null));
  }

  @Test
  void parametersOfTheTypeAreLeftOut() {
    assertThat(MediaSource.ofUrl("DATA:text/plain;charset=utf-8;base64,aGk="))
        .isEqualTo(new MediaSource.Inline("text/plain", "aGk="));
  }

  @Test
  void aMissingTypeIsSeenInTheFirstBytes() {
    assertThat(type("data:;base64,iVBORw0KGgo=")).isEqualTo("image/png");
    assertThat(type("data:;base64,/9j/4AAQ")).isEqualTo("image/jpeg");
    assertThat(type("data:;base64,R0lGODlh")).isEqualTo("image/gif");
    assertThat(type("data:;base64,UklGRgECAwRXRUJQVlA4IA==")).isEqualTo("image/webp");
    assertThat(type("data:;base64,JVBERi0xLjQ=")).isEqualTo("application/pdf");
    assertThat(type("data:;base64,AAAA")).isEqualTo("application/octet-stream");
  }

  @Test
  void plainDataIsEncoded() {
    assertThat(MediaSource.ofUrl("data:text/plain,a%20b+c"))
        .isEqualTo(new MediaSource.Inline("text/plain", "YSBiK2M="));
  }

  @Test
  void malformedDataUrlsAreRefused() {
    assertThatThrownBy(() -> MediaSource.ofUrl("data:image/png"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String type(String url) {
    return ((MediaSource.Inline) MediaSource.ofUrl(url)).mediaType();
  }
}
