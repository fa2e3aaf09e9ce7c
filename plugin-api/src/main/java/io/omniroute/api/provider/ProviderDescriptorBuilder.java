package io.omniroute.api.provider;

import io.omniroute.api.config.ConfigSchema;
import io.omniroute.api.http.Headers;
import io.omniroute.api.translate.Quirks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds descriptors; not thread-safe. */
public final class ProviderDescriptorBuilder {

  private final String id;
  private final String name;
  private List<String> aliases = List.of();
  private String description = "";
  private Tier tier = Tier.API_KEY;
  private AuthScheme auth = AuthScheme.BEARER;
  private List<String> baseUrls = List.of();
  private List<Endpoint> endpoints = List.of();
  private Headers headers = Headers.NONE;
  private List<ModelInfo> models = List.of();
  private KeyCheck keyCheck = KeyCheck.MODELS;
  private Quirks quirks = Quirks.NONE;
  private ConfigSchema accountFields = ConfigSchema.EMPTY;
  private Links links = Links.NONE;
  private @Nullable LocalServer localServer;
  private @Nullable String deprecated;

  ProviderDescriptorBuilder(String id, String name) {
    this.id = id;
    this.name = name;
  }

  /** Sets other names for the provider. */
  public ProviderDescriptorBuilder aliases(List<String> values) {
    aliases = values;
    return this;
  }

  /** Sets one sentence about it. */
  public ProviderDescriptorBuilder description(String value) {
    description = value;
    return this;
  }

  /** Sets what it costs; by default {@link Tier#API_KEY}. */
  public ProviderDescriptorBuilder tier(Tier value) {
    tier = value;
    return this;
  }

  /** Sets how it wants to be shown a credential; by default {@link AuthScheme#BEARER}. */
  public ProviderDescriptorBuilder auth(AuthScheme value) {
    auth = value;
    return this;
  }

  /** Sets its addresses. */
  public ProviderDescriptorBuilder baseUrls(List<String> values) {
    baseUrls = values;
    return this;
  }

  /** Sets the calls it offers. */
  public ProviderDescriptorBuilder endpoints(List<Endpoint> values) {
    endpoints = values;
    return this;
  }

  /** Sets the header fields every request carries. */
  public ProviderDescriptorBuilder headers(Headers value) {
    headers = value;
    return this;
  }

  /** Sets the known models. */
  public ProviderDescriptorBuilder models(List<ModelInfo> values) {
    models = values;
    return this;
  }

  /** Sets how to check a credential; by default {@link KeyCheck#MODELS}. */
  public ProviderDescriptorBuilder keyCheck(KeyCheck value) {
    keyCheck = value;
    return this;
  }

  /** Sets how it differs from its format's norm. */
  public ProviderDescriptorBuilder quirks(Quirks value) {
    quirks = value;
    return this;
  }

  /** Sets what an account needs beside its credential. */
  public ProviderDescriptorBuilder accountFields(ConfigSchema value) {
    accountFields = value;
    return this;
  }

  /** Sets where to read more. */
  public ProviderDescriptorBuilder links(Links value) {
    links = value;
    return this;
  }

  /** Sets where it runs on the same machine. */
  public ProviderDescriptorBuilder localServer(@Nullable LocalServer value) {
    localServer = value;
    return this;
  }

  /** Sets why it should not be used any more. */
  public ProviderDescriptorBuilder deprecated(@Nullable String reason) {
    deprecated = reason;
    return this;
  }

  /**
   * The descriptor.
   *
   * @throws IllegalArgumentException when an id cannot stand before a slash
   */
  public ProviderDescriptor build() {
    return new ProviderDescriptor(
        id,
        aliases,
        name,
        description,
        tier,
        auth,
        baseUrls,
        endpoints,
        headers,
        models,
        keyCheck,
        quirks,
        accountFields,
        links,
        localServer,
        deprecated);
  }
}
