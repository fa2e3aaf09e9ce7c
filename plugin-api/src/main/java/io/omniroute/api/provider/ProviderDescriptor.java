package io.omniroute.api.provider;

import io.omniroute.api.config.ConfigSchema;
import io.omniroute.api.http.Headers;
import io.omniroute.api.translate.Quirks;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider is. The same data comes from code or from a {@code provider.yaml}.
 *
 * @param id its id: lower-case letters, digits and hyphens
 * @param aliases other names for it in {@code provider/model}
 * @param name its name for people
 * @param description one sentence about it; may be empty
 * @param tier what it costs its user
 * @param auth how it wants to be shown a credential
 * @param baseUrls its addresses, the first one first; without a slash at the end
 * @param endpoints the calls it offers
 * @param headers header fields every request carries
 * @param models the models that are known; others may be asked for all the same
 * @param keyCheck how to find out whether a credential is good
 * @param quirks how it differs from its format's norm
 * @param accountFields what an account needs beside its credential
 * @param links where to read more
 * @param localServer where it runs on the same machine, or null
 * @param deprecated why it should not be used any more, or null
 */
public record ProviderDescriptor(
    String id,
    List<String> aliases,
    String name,
    String description,
    Tier tier,
    AuthScheme auth,
    List<String> baseUrls,
    List<Endpoint> endpoints,
    Headers headers,
    List<ModelInfo> models,
    KeyCheck keyCheck,
    Quirks quirks,
    ConfigSchema accountFields,
    Links links,
    @Nullable LocalServer localServer,
    @Nullable String deprecated) {

  private static final String ID = "[a-z0-9][a-z0-9-]{0,63}";

  /** Copies the lists and refuses ids that cannot stand before a slash. */
  public ProviderDescriptor {
    aliases = List.copyOf(aliases);
    baseUrls = List.copyOf(baseUrls);
    endpoints = List.copyOf(endpoints);
    models = List.copyOf(models);
    for (String handle : aliases) {
      requireId(handle);
    }
    requireId(id);
  }

  /** Starts a descriptor with the usual defaults. */
  public static ProviderDescriptorBuilder builder(String id, String name) {
    return new ProviderDescriptorBuilder(id, name);
  }

  /** The endpoint a model is called by: of its own format, else the first of its kind. */
  public Optional<Endpoint> endpoint(Endpoint.Kind kind, @Nullable String format) {
    Optional<Endpoint> wanted =
        endpoints.stream()
            .filter(endpoint -> endpoint.kind() == kind && endpoint.format().equals(format))
            .findFirst();
    return wanted.isPresent()
        ? wanted
        : endpoints.stream().filter(endpoint -> endpoint.kind() == kind).findFirst();
  }

  /** The model of an id, where it is known. */
  public Optional<ModelInfo> model(String modelId) {
    return models.stream().filter(model -> model.id().equals(modelId)).findFirst();
  }

  private static void requireId(String handle) {
    if (!handle.matches(ID)) {
      throw new IllegalArgumentException(
          "'" + handle + "' is no id: lower-case letters, digits and hyphens");
    }
  }
}
