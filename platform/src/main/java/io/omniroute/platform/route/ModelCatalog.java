package io.omniroute.platform.route;

import io.omniroute.api.provider.AuthScheme;
import io.omniroute.api.provider.LocalProvider;
import io.omniroute.api.provider.ModelInfo;
import io.omniroute.api.provider.Provider;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.api.translate.ModelCard;
import io.omniroute.platform.plugin.PluginRegistry;
import io.omniroute.platform.plugin.ProviderContribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models that can be asked for now: those of every provider with an account, and of providers
 * that answer inside the gateway. Each stands under the provider's first alias and, where that is
 * another word, under its id.
 */
public final class ModelCatalog {

  private final AccountDirectory accounts;
  private final NodeDirectory nodes;
  private final long created;

  /**
   * A catalogue.
   *
   * @param started what to say as the date of models whose own is not known
   */
  public ModelCatalog(AccountDirectory accounts, NodeDirectory nodes, Instant started) {
    this.accounts = accounts;
    this.nodes = nodes;
    this.created = started.getEpochSecond();
  }

  /**
   * The cards in their order.
   *
   * @param blocked ids or aliases of providers to leave out
   */
  public List<ModelCard> cards(PluginRegistry registry, Set<String> blocked) {
    List<ModelCard> cards = new ArrayList<>();
    Stream.concat(
            registry.providers().stream().map(ProviderContribution::provider), nodes.all().stream())
        .filter(this::usable)
        .filter(provider -> !isBlocked(provider.descriptor(), blocked))
        .forEach(provider -> add(provider.descriptor(), cards));
    return List.copyOf(cards);
  }

  private boolean usable(Provider provider) {
    ProviderDescriptor descriptor = provider.descriptor();
    return accounts.providers().contains(descriptor.id())
        || (provider instanceof LocalProvider && descriptor.auth().type() == AuthScheme.Type.NONE);
  }

  private static boolean isBlocked(ProviderDescriptor provider, Set<String> blocked) {
    return blocked.contains(provider.id())
        || provider.aliases().stream().anyMatch(blocked::contains);
  }

  private void add(ProviderDescriptor provider, List<ModelCard> cards) {
    String handle = provider.aliases().isEmpty() ? provider.id() : provider.aliases().getFirst();
    for (ModelInfo model : provider.models()) {
      String id = handle + "/" + model.id();
      cards.add(card(provider, model, id, null));
      if (!handle.equals(provider.id())) {
        cards.add(card(provider, model, provider.id() + "/" + model.id(), id));
      }
    }
  }

  private ModelCard card(
      ProviderDescriptor provider, ModelInfo model, String id, @Nullable String parent) {
    return new ModelCard(
        id,
        provider.id(),
        model.name(),
        created,
        model.id(),
        parent,
        kind(model),
        model.contextWindow(),
        model.maxOutputTokens(),
        false);
  }

  private static String kind(ModelInfo model) {
    return switch (model.kind()) {
      case CHAT, COUNT_TOKENS, MODELS -> "chat";
      case EMBEDDINGS -> "embedding";
      case IMAGES -> "image";
      case TRANSCRIPTION, SPEECH -> "audio";
      case MODERATION, RERANK -> model.kind().name().toLowerCase(Locale.ROOT);
    };
  }
}
