package io.omniroute.dashboard.web;

import io.omniroute.dashboard.assets.Assets;
import io.omniroute.dashboard.i18n.Languages;
import io.omniroute.dashboard.i18n.Messages;
import io.omniroute.dashboard.i18n.Times;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What every template knows of the page it draws.
 *
 * @param messages the reader's language
 * @param times how it writes times
 * @param theme the reader's colours
 * @param shortcuts whether single-key shortcuts are on
 * @param assets where the page's files are
 * @param path the page's path
 * @param address the page's path with its query, to come back to
 * @param formToken the token of every form
 * @param signedIn whether there is a session
 * @param flash what just happened
 * @param requestId the id of the request, for error pages
 */
public record Ui(
    Messages messages,
    Times times,
    Theme theme,
    boolean shortcuts,
    Assets assets,
    String path,
    String address,
    String formToken,
    boolean signedIn,
    @Nullable Flash flash,
    String requestId) {

  /** A text. */
  public String t(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /** A text that depends on a number. */
  public String n(String key, long number) {
    return messages.count(key, number);
  }

  /** The language's tag. */
  public String language() {
    return messages.locale().toLanguageTag();
  }

  /** All languages' tags. */
  public List<String> languages() {
    return Languages.tags();
  }

  /** What a language calls itself. */
  public String languageName(String tag) {
    return Languages.ownName(tag);
  }

  /** The address of a file. */
  public String asset(String name) {
    return assets.url(name);
  }

  /** The navigation. */
  public List<NavigationItem> navigation() {
    return NavigationItem.ALL;
  }

  /** The text of what just happened. */
  public String flashText() {
    return flash == null ? "" : flash.text(messages);
  }

  /** The same page with a message. */
  public Ui with(Flash message) {
    return new Ui(
        messages, times, theme, shortcuts, assets, path, address, formToken, signedIn, message,
        requestId);
  }
}
