package io.omniroute.dashboard.providers;

import io.omniroute.dashboard.form.FieldView;
import io.omniroute.dashboard.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of one provider.
 *
 * @param id its id
 * @param name its name
 * @param monogram stands where a logo would
 * @param description what its plugin's author says
 * @param status what is known about it
 * @param facts id, models and plugin, in words
 * @param refusal why no account can be added, if so
 * @param accounts its accounts
 * @param form a new account
 * @param baseUrl the field for another address
 * @param baseUrlAction where that goes
 */
public record ProviderPage(
    String id,
    String name,
    String monogram,
    String description,
    Status status,
    List<String> facts,
    @Nullable String refusal,
    List<AccountRow> accounts,
    AccountFormView form,
    FieldView baseUrl,
    String baseUrlAction) {

  /**
   * One account.
   *
   * @param elementId the id of its row
   * @param path its page
   * @param name its name
   * @param secret the part of its key that may be shown
   * @param facts its place and when it was tested
   * @param status what is known about it
   * @param test what came of a test that was made just now
   * @param problem what it was last refused with
   * @param switchAction the address that switches it on or off
   * @param switchLabel what that does
   * @param switchIcon the icon for it
   */
  public record AccountRow(
      String elementId,
      String path,
      String name,
      @Nullable String secret,
      String facts,
      Status status,
      @Nullable TestRow test,
      @Nullable String problem,
      String switchAction,
      String switchLabel,
      String switchIcon) {}

  /**
   * A test.
   *
   * @param status what came of it, with its duration where it is known
   * @param iso when, exactly
   * @param ago when, in words
   */
  public record TestRow(Status status, String iso, String ago) {}
}
