package io.omniroute.platform.http;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.translate.ClientRequest;
import io.omniroute.api.translate.ModelCard;
import io.omniroute.platform.auth.AccessControl;
import io.omniroute.platform.auth.ApiKeys;
import io.omniroute.platform.auth.Caller;
import io.omniroute.platform.management.Settings;
import io.omniroute.platform.plugin.PluginRegistry;
import io.omniroute.platform.route.ModelCatalog;
import io.omniroute.platform.web.Principal;
import io.undertow.server.HttpServerExchange;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The list of models, and who may see it: a setting opens or closes it. */
final class ModelLists {

  private final ModelCatalog catalog;
  private final ApiKeys keys;
  private final AccessControl access;
  private final Supplier<Settings> settings;

  ModelLists(
      ModelCatalog catalog, ApiKeys keys, AccessControl access, Supplier<Settings> settings) {
    this.catalog = catalog;
    this.keys = keys;
    this.access = access;
    this.settings = settings;
  }

  /** Lets a caller in: with a key or a session where the setting asks for one, else anybody. */
  Caller admit(HttpServerExchange exchange) {
    Caller known =
        ApiKeys.presented(
                name -> InferenceEndpoint.header(exchange, name),
                name -> InferenceEndpoint.query(exchange, name))
            .flatMap(keys::authenticate)
            .orElse(null);
    if (known != null) {
      return known;
    }
    boolean closed = settings.get().requireAuthForModels() || keys.required();
    if (closed && !access.authenticated(asWebRequest(exchange))) {
      throw new GatewayException(ErrorCode.UNAUTHENTICATED, "Authentication required");
    }
    return Caller.OPEN;
  }

  List<ModelCard> all(Caller caller, PluginRegistry registry) {
    return catalog.cards(registry, settings.get().blockedProviders()).stream()
        .filter(card -> caller.allows(card.id()))
        .toList();
  }

  ModelCard one(ClientRequest request, Caller caller, PluginRegistry registry) {
    String id = request.pathVariables().values().stream().findFirst().orElse("");
    return all(caller, registry).stream()
        .filter(card -> card.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new GatewayException(ErrorCode.NOT_FOUND, "There is no model '" + id + "'")
                    .withParameter("model"));
  }

  private static ExchangeRequest asWebRequest(HttpServerExchange exchange) {
    return new ExchangeRequest(exchange, Map.of(), new byte[0], "", new Principal.Anonymous());
  }
}
