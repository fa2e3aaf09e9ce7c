package io.omniroute.dashboard.providers;

import io.omniroute.api.GatewayException;
import io.omniroute.api.config.ConfigField;
import io.omniroute.api.config.ConfigProblem;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonNull;
import io.omniroute.api.json.JsonObject;
import io.omniroute.dashboard.form.FieldView;
import io.omniroute.dashboard.form.FieldView.Control;
import io.omniroute.dashboard.form.Fields;
import io.omniroute.dashboard.i18n.Messages;
import io.omniroute.dashboard.providers.Providers.Known;
import io.omniroute.platform.management.AccountChange;
import io.omniroute.platform.management.AccountDraft;
import io.omniroute.platform.management.AccountView;
import io.omniroute.platform.management.InvalidInput;
import io.omniroute.platform.management.Patch;
import io.omniroute.platform.web.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form of an account: drawn from the provider's fields, read back, and drawn again with what is
 * wrong. Made for one request.
 */
public final class AccountForm {

  private static final String NAME = "name";
  private static final String KEY = "apiKey";
  private static final String PRIORITY = "priority";
  private static final String BASE_URL = "baseUrl";
  private static final String SETTING = "setting.";
  private static final List<String> OWN = List.of(NAME, KEY, PRIORITY, BASE_URL);

  private final Known provider;
  private final Messages messages;
  private final @Nullable AccountView existing;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> errors = new LinkedHashMap<>();
  private @Nullable String problem;
  private boolean force;

  /** The form of a new account, or of an existing one, as it is at first. */
  public AccountForm(Known provider, Messages messages, @Nullable AccountView existing) {
    this.provider = provider;
    this.messages = messages;
    this.existing = existing;
    if (existing == null) {
      int next = provider.accounts().size() + 1;
      values.put(NAME, next == 1 ? "main" : "account " + next);
      values.put(PRIORITY, String.valueOf(next));
    } else {
      String baseUrl = existing.baseUrl();
      values.put(NAME, existing.name());
      values.put(PRIORITY, String.valueOf(existing.priority()));
      values.put(BASE_URL, baseUrl == null ? "" : baseUrl);
      existing
          .settings()
          .fields()
          .forEach((name, value) -> values.put(SETTING + name, Fields.text(value)));
    }
  }

  /** Takes what was submitted; says whether it can be saved as far as we can see. */
  public boolean read(Form form) {
    values.putAll(Fields.values(form));
    if (provider.keyed() && existing == null) {
      require(KEY, messages.text("account.key"));
    }
    for (ConfigField field : schema()) {
      String name = SETTING + field.name();
      if (field instanceof ConfigField.Flag) {
        values.put(name, form.value(name).isPresent() ? "true" : "false");
      }
      if (field.required() && field.defaultValue().isEmpty() && !kept(field)) {
        require(name, field.common().label());
      }
    }
    require(NAME, messages.text("account.name"));
    if (!value(PRIORITY).matches("[1-9][0-9]{0,2}")) {
      errors.put(PRIORITY, messages.text("account.priority.wrong"));
    }
    return errors.isEmpty();
  }

  private void require(String name, String label) {
    if (value(name).isEmpty()) {
      errors.put(name, messages.text("form.required", label));
    }
  }

  /** The account to be added; only after {@link #read} said yes, or as it is at first. */
  public AccountDraft draft() {
    return new AccountDraft(
        provider.id(),
        value(NAME),
        value(KEY).isEmpty() ? null : value(KEY),
        Integer.valueOf(value(PRIORITY)),
        null,
        null,
        settings());
  }

  /** The change of the existing account; only after {@link #read} said yes. */
  AccountChange change() {
    AccountChange form =
        AccountChange.form(
            value(NAME),
            value(KEY).isEmpty() ? Patch.keep() : Patch.set(value(KEY)),
            Patch.keep(),
            settings());
    return new AccountChange(
        form.name(),
        form.apiKey(),
        Patch.set(Integer.valueOf(value(PRIORITY))),
        form.globalPriority(),
        form.defaultModel(),
        form.active(),
        form.healthCheckMinutes(),
        form.rateLimitProtection(),
        form.settings());
  }

  /** The settings that were filled in; what was emptied is cleared, save secrets, which stay. */
  private JsonObject settings() {
    JsonObject.Builder settings = JsonObject.builder();
    for (ConfigField field : schema()) {
      String text = value(SETTING + field.name());
      if (!text.isEmpty()) {
        settings.put(field.name(), Fields.parse(field, text));
      } else if (existing != null && !kept(field)) {
        settings.put(field.name(), (Json) JsonNull.NULL);
      }
    }
    if (!value(BASE_URL).isEmpty()) {
      settings.put(BASE_URL, value(BASE_URL));
    } else if (existing != null) {
      settings.put(BASE_URL, (Json) JsonNull.NULL);
    }
    return settings.build();
  }

  private List<ConfigField> schema() {
    return provider.view().descriptor().accountFields().fields();
  }

  private boolean kept(ConfigField field) {
    return existing != null && field instanceof ConfigField.Secret;
  }

  private String value(String name) {
    return values.getOrDefault(name, "").strip();
  }

  /** Shows why the gateway refused it, beside the fields where they are named. */
  public void refuse(GatewayException refusal) {
    if (!(refusal instanceof InvalidInput input)) {
      problem = refusal.reason();
      return;
    }
    for (ConfigProblem fault : input.problems()) {
      String name = fault.field().replaceFirst(".*\\.", "");
      if (OWN.contains(name)) {
        errors.put(name, fault.message());
      } else if (schema().stream().anyMatch(field -> field.name().equals(name))) {
        errors.put(SETTING + name, fault.message());
      } else {
        problem = refusal.reason();
      }
    }
  }

  /** Shows that its test failed, and offers to save it all the same. */
  public void testFailed(String diagnosis) {
    problem = messages.text("account.test-failed", diagnosis);
    force = true;
  }

  /** The form as a page draws it. */
  public AccountFormView view(String action, String submit) {
    Fields fields = new Fields(existing == null ? "new" : "edit", values, errors);
    List<FieldView> main = new ArrayList<>();
    List<FieldView> advanced = new ArrayList<>();
    if (provider.keyed()) {
      String help = existing == null ? null : messages.text("account.secret.kept");
      boolean needed = existing == null;
      main.add(fields.draw(KEY, messages.text("account.key"), help, Control.PASSWORD, needed));
    }
    for (ConfigField field : schema()) {
      (field.required() ? main : advanced).add(fields.draw(SETTING + field.name(), field));
    }
    advanced.add(own(fields, NAME, "name", Control.TEXT, true));
    advanced.add(own(fields, PRIORITY, "priority", Control.NUMBER, true));
    advanced.add(
        own(fields, BASE_URL, "base-url", Control.URL, false).withPlaceholder(provider.baseUrl()));
    return new AccountFormView(
        action,
        submit,
        provider.view().descriptor().links().keys(),
        provider.name(),
        main,
        advanced,
        fields.mistakes(),
        problem,
        force);
  }

  private FieldView own(Fields fields, String name, String key, Control control, boolean required) {
    return fields.draw(
        name,
        messages.text("account." + key),
        messages.text("account." + key + ".help"),
        control,
        required);
  }
}
