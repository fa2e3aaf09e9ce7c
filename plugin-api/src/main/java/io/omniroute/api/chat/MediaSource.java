package io.omniroute.api.chat;

import org.jspecify.annotations.Nullable;

/** Where the bytes of an image, document, sound or video are. */
public sealed interface MediaSource {

  /**
   * The source behind an address: the bytes themselves where it is a {@code data:} URL, else the
   * link.
   *
   * @throws IllegalArgumentException where a {@code data:} URL is malformed
   */
  static MediaSource ofUrl(String url) {
    return DataUrls.isDataUrl(url) ? DataUrls.parse(url) : new Url(url, null);
  }

  /**
   * In the request itself.
   *
   * @param mediaType the media type as the sender gave it
   * @param base64 the bytes in standard base64
   */
  record Inline(String mediaType, String base64) implements MediaSource {

    /** The bytes as a {@code data:} URL. */
    public String toDataUrl() {
      return "data:" + mediaType + ";base64," + base64;
    }
  }

  /**
   * Behind a link.
   *
   * @param url the address
   * @param mediaType the media type where it is known
   */
  record Url(String url, @Nullable String mediaType) implements MediaSource {}

  /**
   * A file that was uploaded to a vendor before.
   *
   * @param id the vendor's id of the file
   * @param mediaType the media type where it is known
   */
  record StoredFile(String id, @Nullable String mediaType) implements MediaSource {}

  /**
   * Plain text as a document.
   *
   * @param text the text
   */
  record PlainText(String text) implements MediaSource {}
}
