package io.omniroute.dashboard.providers;

import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.form.ConfigField;
import io.omniroute.dashboard.form.FieldView;
import io.omniroute.dashboard.form.FieldView.Control;
import io.omniroute.dashboard.form.Fields;
import io.omniroute.dashboard.i18n.Messages;
import io.omniroute.dashboard.providers.ProvidersPort.Account;
import io.omniroute.dashboard.providers.ProvidersPort.Draft;
import io.omniroute.dashboard.providers.ProvidersPort.ProviderInfo;
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

  private static final String SETTING = "setting.";

  private final ProviderInfo provider;
  private final Messages messages;
  private final @Nullable Account existing;
  private final Map<String, String> values = new LinkedHashMap<>();
  private final Map<String, String> errors = new LinkedHashMap<>();
  private @Nullable String problem;
  private boolean force;

  /** The form of a new account, or of an existing one, as it is at first. */
  public AccountForm(ProviderInfo provider, Messages messages, @Nullable Account existing) {
    this.provider = provider;
    this.messages = messages;
    this.existing = existing;
    if (existing == null) {
      int next = provider.accounts().size() + 1;
      values.put("name", next == 1 ? "main" : "account " + next);
      values.put("priority", String.valueOf(next));
    } else {
      values.put("name", existing.name());
      values.put("priority", String.valueOf(existing.priority()));
      values.put("baseUrl", existing.baseUrl() == null ? "" : existing.baseUrl());
      existing.values().forEach((name, value) -> values.put(SETTING + name, value));
    }
  }

  /** Takes what was submitted; says whether it can be saved as far as we can see. */
  public boolean read(Form form) {
    values.putAll(Fields.values(form));
    for (ConfigField field : provider.fields()) {
      String name = SETTING + field.name();
      boolean kept = existing != null && field.kind() == ConfigField.Kind.SECRET;
      if (field.kind() == ConfigField.Kind.BOOLEAN) {
        values.put(name, form.value(name).isPresent() ? "true" : "false");
      }
      if (field.required() && !kept && values.getOrDefault(name, "").isBlank()) {
        errors.put(name, messages.text("form.required", field.label()));
      }
    }
    if (values.getOrDefault("name", "").isBlank()) {
      errors.put("name", messages.text("form.required", messages.text("account.name")));
    }
    if (!values.getOrDefault("priority", "").matches("[1-9][0-9]{0,2}")) {
      errors.put("priority", messages.text("account.priority.wrong"));
    }
    return errors.isEmpty();
  }

  /** What was filled in; only after {@link #read} said yes. */
  public Draft draft() {
    Map<String, String> settings = new LinkedHashMap<>();
    for (ConfigField field : provider.fields()) {
      String value = values.getOrDefault(SETTING + field.name(), "").strip();
      if (!value.isEmpty()) {
        settings.put(field.name(), value);
      }
    }
    String baseUrl = values.getOrDefault("baseUrl", "").strip();
    return new Draft(
        values.getOrDefault("name", "").strip(),
        Integer.parseInt(values.getOrDefault("priority", "1")),
        settings,
        baseUrl.isEmpty() ? null : baseUrl);
  }

  /** Shows why the gateway refused it, beside the field where one is named. */
  public void refuse(GatewayException refusal) {
    String parameter = refusal.parameter().orElse("");
    boolean setting = provider.fields().stream().anyMatch(field -> field.name().equals(parameter));
    if (setting) {
      errors.put(SETTING + parameter, refusal.reason());
    } else if (List.of("name", "priority", "baseUrl").contains(parameter)) {
      errors.put(parameter, refusal.reason());
    } else {
      problem = refusal.reason();
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
    for (ConfigField field : provider.fields()) {
      (field.advanced() ? advanced : main).add(fields.draw(setting(field)));
    }
    advanced.add(
        fields.draw("name", messages.text("account.name"), help("name"), Control.TEXT, true));
    advanced.add(
        fields.draw(
            "priority", messages.text("account.priority"), help("priority"), Control.NUMBER, true));
    advanced.add(
        fields
            .draw(
                "baseUrl", messages.text("account.base-url"), help("base-url"), Control.URL, false)
            .withPlaceholder(provider.baseUrl()));
    return new AccountFormView(
        action,
        submit,
        provider.keyPage(),
        provider.name(),
        main,
        advanced,
        fields.mistakes(),
        problem,
        force);
  }

  private ConfigField setting(ConfigField field) {
    boolean kept = existing != null && field.kind() == ConfigField.Kind.SECRET;
    return new ConfigField(
        SETTING + field.name(),
        field.label(),
        kept ? messages.text("account.secret.kept") : field.help(),
        field.kind(),
        field.required() && !kept,
        field.advanced(),
        field.defaultValue(),
        field.choices());
  }

  private String help(String name) {
    return messages.text("account." + name + ".help");
  }
}
