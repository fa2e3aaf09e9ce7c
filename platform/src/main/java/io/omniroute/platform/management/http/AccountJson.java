package io.omniroute.platform.management.http;

import io.omniroute.api.config.ConfigField;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import io.omniroute.api.provider.ModelInfo;
import io.omniroute.platform.management.AccountView;
import io.omniroute.platform.management.CheckResult;
import io.omniroute.platform.management.CheckService.AccountResult;
import io.omniroute.platform.management.ProviderView;
import java.util.Locale;

/** Providers, accounts and tests as JSON. Pure. */
final class AccountJson {

  private AccountJson() {}

  static JsonObject account(AccountView account) {
    AccountView.Status status = account.status();
    return new JsonFields()
        .put("id", account.id())
        .put("provider", account.provider())
        .put("providerName", account.providerName())
        .put("providerAvailable", account.providerAvailable())
        .put("authType", account.authType())
        .put("name", account.name())
        .put("email", account.email())
        .put("priority", account.priority())
        .putNumber("globalPriority", account.globalPriority())
        .put("isActive", account.active())
        .put("defaultModel", account.defaultModel())
        .putNumber("healthCheckInterval", account.healthCheckMinutes())
        .put("rateLimitProtection", account.rateLimitProtection())
        .put("projectId", account.projectId())
        .put("providerSpecificData", account.settings())
        .putTexts("secretFields", account.secretFields().stream().sorted().toList())
        .put("maskedKey", account.maskedKey())
        .put("testStatus", status.testStatus())
        .put("errorCode", status.errorCode())
        .put("lastError", status.lastError())
        .put("lastErrorAt", status.lastErrorAt())
        .put("backoffLevel", status.backoffLevel())
        .put("rateLimitedUntil", status.rateLimitedUntil())
        .put("lastTested", status.lastTested())
        .put("consecutiveUseCount", account.consecutiveUseCount())
        .put("lastUsedAt", account.lastUsedAt())
        .put("createdAt", account.createdAt())
        .put("updatedAt", account.updatedAt())
        .build();
  }

  static JsonObject wrapped(AccountView account) {
    return JsonObject.builder().put("connection", account(account)).build();
  }

  static JsonObject result(CheckResult result) {
    return result(new JsonFields(), result);
  }

  static JsonObject result(AccountResult one) {
    AccountView account = one.account();
    return result(
        new JsonFields()
            .put("provider", account.provider())
            .put("connectionId", account.id())
            .put("connectionName", account.name())
            .put("authType", account.authType()),
        one.result());
  }

  private static JsonObject result(JsonFields fields, CheckResult result) {
    CheckResult.Diagnosis diagnosis = result.diagnosis();
    return fields
        .put("valid", result.valid())
        .put("verdict", result.verdict().name().toLowerCase(Locale.ROOT))
        .put("latencyMs", result.latencyMillis())
        .put("error", result.error())
        .put(
            "diagnosis",
            new JsonFields()
                .put("type", diagnosis.type())
                .put("source", diagnosis.source())
                .put("message", diagnosis.message())
                .put("code", diagnosis.code())
                .build())
        .putNumber("statusCode", result.statusCode())
        .put("testedAt", result.testedAt())
        .build();
  }

  static JsonObject model(ModelInfo model) {
    return new JsonFields()
        .put("id", model.id())
        .put("name", model.name())
        .put("kind", word(model.kind()))
        .putNumber("contextWindow", model.contextWindow())
        .putNumber("maxOutputTokens", model.maxOutputTokens())
        .putTexts(
            "capabilities", model.capabilities().stream().map(AccountJson::word).sorted().toList())
        .build();
  }

  static JsonObject provider(ProviderView provider) {
    var descriptor = provider.descriptor();
    return new JsonFields()
        .put("id", provider.id())
        .put("name", provider.name())
        .put("description", descriptor.description())
        .putTexts("aliases", descriptor.aliases())
        .put("tier", word(descriptor.tier()))
        .put("authType", word(descriptor.auth().type()))
        .put("needsCredential", provider.needsCredential())
        .put("builtIn", provider.builtIn())
        .put("custom", provider.custom())
        .put("deprecated", descriptor.deprecated())
        .putTexts("baseUrls", descriptor.baseUrls())
        .put("baseUrlOverride", provider.baseUrlOverride())
        .put("website", descriptor.links().website())
        .put("keysUrl", descriptor.links().keys())
        .put("documentation", descriptor.links().documentation())
        .putAll("fields", descriptor.accountFields().fields(), AccountJson::field)
        .putAll("models", descriptor.models(), AccountJson::model)
        .put("accounts", provider.accounts())
        .put("plugin", provider.origin().pluginId())
        .put("pluginVersion", provider.origin().version())
        .build();
  }

  static Json field(ConfigField field) {
    return new JsonFields()
        .put("name", field.name())
        .put("type", word(field))
        .put("label", field.common().label())
        .put("help", field.common().help())
        .put("required", field.required())
        .put("default", field.defaultValue().orElse(null))
        .putTexts(
            "options",
            field instanceof ConfigField.Choice choice
                ? choice.options()
                : java.util.List.<String>of())
        .build();
  }

  private static String word(ConfigField field) {
    return switch (field) {
      case ConfigField.Text _ -> "text";
      case ConfigField.Secret _ -> "secret";
      case ConfigField.Number _ -> "number";
      case ConfigField.Choice _ -> "choice";
      case ConfigField.Flag _ -> "flag";
      case ConfigField.Time _ -> "duration";
      case ConfigField.TextList _ -> "list";
    };
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
