package io.omniroute.platform.route;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.provider.Provider;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.platform.plugin.PluginRegistry;
import io.omniroute.platform.plugin.ProviderContribution;
import java.util.List;
import java.util.Optional;

/**
 * Understands model strings: {@code provider/model} by the provider's id or alias, split at the
 * first slash, or a bare model that exactly one usable provider knows.
 */
final class ModelResolver {

  private static final int LONGEST = 512;

  private final PluginRegistry registry;
  private final NodeDirectory nodes;
  private final AccountDirectory accounts;

  ModelResolver(PluginRegistry registry, NodeDirectory nodes, AccountDirectory accounts) {
    this.registry = registry;
    this.nodes = nodes;
    this.accounts = accounts;
  }

  ModelName resolve(String text) {
    requireSane(text);
    int slash = text.indexOf('/');
    if (slash > 0 && slash < text.length() - 1) {
      Optional<Provider> provider = provider(text.substring(0, slash));
      if (provider.isPresent()) {
        return new ModelName(provider.get(), text.substring(slash + 1));
      }
    }
    return bare(text);
  }

  private Optional<Provider> provider(String handle) {
    Optional<Provider> node = nodes.byPrefix(handle);
    return node.isPresent() ? node : registry.provider(handle).map(ProviderContribution::provider);
  }

  private ModelName bare(String text) {
    List<Provider> knowing =
        registry.providers().stream()
            .map(ProviderContribution::provider)
            .filter(provider -> chatModel(provider.descriptor(), text))
            .toList();
    List<Provider> usable = knowing.stream().filter(this::hasAccount).toList();
    List<Provider> candidates = usable.isEmpty() ? knowing : usable;
    if (candidates.size() == 1) {
      return new ModelName(candidates.getFirst(), text);
    }
    if (candidates.isEmpty()) {
      throw unknown(text);
    }
    String suggestions =
        candidates.stream()
            .limit(2)
            .map(provider -> provider.descriptor().id() + "/" + text)
            .reduce((a, b) -> a + " or " + b)
            .orElseThrow();
    throw wrong(
        ErrorCode.INVALID_REQUEST,
        "Ambiguous model '" + text + "'. Use provider/model prefix (ex: " + suggestions + ").");
  }

  private boolean hasAccount(Provider provider) {
    return !accounts.of(provider.descriptor().id()).isEmpty();
  }

  private static boolean chatModel(ProviderDescriptor provider, String model) {
    return provider.model(model).filter(info -> info.kind() == Endpoint.Kind.CHAT).isPresent();
  }

  private static void requireSane(String text) {
    boolean control = text.chars().anyMatch(c -> c < ' ' || c == 0x7f);
    if (control || text.length() > LONGEST || text.contains("../") || text.contains("..\\")) {
      throw wrong(ErrorCode.INVALID_REQUEST, "Invalid model format");
    }
  }

  private static GatewayException unknown(String text) {
    return wrong(
        ErrorCode.NOT_FOUND,
        "Unknown model '"
            + text
            + "'. Name it provider/model; GET /v1/models lists what there is.");
  }

  private static GatewayException wrong(ErrorCode code, String message) {
    return new GatewayException(code, message).withParameter("model");
  }
}
