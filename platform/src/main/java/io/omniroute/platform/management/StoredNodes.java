package io.omniroute.platform.management;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.config.ConfigProblem;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.platform.plugin.Plugins;
import io.omniroute.platform.store.ConnectionRepository;
import io.omniroute.platform.store.ProviderNode;
import io.omniroute.platform.store.ProviderNodeRepository;
import io.omniroute.platform.store.StoreException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Nodes in the store, and as providers in a snapshot. */
final class StoredNodes implements ProviderNodeService {

  private static final Pattern PREFIX = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final int LONGEST_NAME = 100;

  private final NodeFamilies families = NodeFamilies.load();
  private final ProviderNodeRepository repository;
  private final ConnectionRepository connections;
  private final Plugins plugins;
  private final Supplier<Settings> settings;
  private final AuditService audit;
  private final InstantSource clock;
  private volatile List<ProviderDescriptor> descriptors = List.of();

  StoredNodes(Ground ground) {
    this.repository = ground.store().providerNodes();
    this.connections = ground.store().connections();
    this.plugins = ground.plugins();
    this.settings = ground.settings()::current;
    this.audit = ground.audit();
    this.clock = ground.clock();
    reload();
  }

  @Override
  public List<NodeView> nodes() {
    return repository.all().stream().map(this::view).toList();
  }

  @Override
  public List<ProviderDescriptor> descriptors() {
    return descriptors;
  }

  @Override
  public NodeView create(NodeDraft draft, Actor actor) {
    NodeDraft fit = fit(draft, null);
    String apiType = apiType(fit);
    String family = apiType == null ? fit.type() : fit.type() + "-" + apiType;
    ProviderNode node =
        new ProviderNode(
            family + "-" + UUID.randomUUID(),
            fit.type(),
            fit.name(),
            fit.prefix(),
            apiType,
            fit.baseUrl(),
            clock.instant(),
            clock.instant());
    ProviderNode saved = guarded(() -> repository.save(node));
    reload();
    audit.record(actor, "node.create", saved.id(), saved.name());
    return view(saved);
  }

  @Override
  public NodeView update(String id, NodeDraft draft, Actor actor) {
    ProviderNode old = repository.find(id).orElseThrow(StoredNodes::unknown);
    NodeDraft fit =
        fit(
            new NodeDraft(
                old.type(),
                draft.name(),
                draft.prefix(),
                draft.apiType() == null ? old.apiType() : draft.apiType(),
                draft.baseUrl()),
            id);
    if (!actor.session() && !fit.baseUrl().equals(old.baseUrl())) {
      // Whoever holds an API key could else send the stored credentials to a place of their own.
      throw new GatewayException(
          ErrorCode.PERMISSION_DENIED,
          "Another address for stored credentials needs a dashboard session; an API key is not"
              + " enough");
    }
    ProviderNode saved =
        guarded(
            () ->
                repository
                    .update(
                        id,
                        now ->
                            new ProviderNode(
                                now.id(),
                                now.type(),
                                fit.name(),
                                fit.prefix(),
                                apiType(fit),
                                fit.baseUrl(),
                                now.createdAt(),
                                now.updatedAt()))
                    .orElseThrow(StoredNodes::unknown));
    reload();
    audit.record(actor, "node.update", id, saved.name());
    return view(saved);
  }

  @Override
  public void delete(String id, Actor actor) {
    ProviderNode node = repository.find(id).orElseThrow(StoredNodes::unknown);
    if (!repository.delete(id)) {
      throw unknown();
    }
    reload();
    audit.record(actor, "node.delete", id, node.name());
  }

  /** A draft as a provider, without storing it. */
  ProviderDescriptor descriptor(NodeDraft draft) {
    NodeDraft fit = fit(draft, null);
    ProviderNode node =
        new ProviderNode(
            "new-node",
            fit.type(),
            fit.name(),
            fit.prefix(),
            apiType(fit),
            fit.baseUrl(),
            clock.instant(),
            clock.instant());
    return families.descriptor(node).orElseThrow(StoredNodes::unknown);
  }

  private synchronized void reload() {
    descriptors =
        repository.all().stream().map(families::descriptor).flatMap(Optional::stream).toList();
  }

  private NodeDraft fit(NodeDraft draft, @Nullable String ownId) {
    List<ConfigProblem> problems = new ArrayList<>();
    Optional<NodeFamilies.Family> family = families.family(draft.type());
    if (family.isEmpty()) {
      String types = String.join(", ", families.types());
      problems.add(new ConfigProblem("type", "must be one of " + types));
    } else if (family.get().endpoint(draft.apiType()).isEmpty()) {
      String types = String.join(", ", family.get().apiTypes());
      problems.add(new ConfigProblem("apiType", "must be one of " + types));
    }
    String name = draft.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      problems.add(new ConfigProblem("name", "must have 1 to 100 characters"));
    }
    String prefix = draft.prefix().strip();
    if (!PREFIX.matcher(prefix).matches()) {
      problems.add(new ConfigProblem("prefix", "must be lower-case letters, digits and hyphens"));
    } else if (taken(prefix, ownId)) {
      problems.add(new ConfigProblem("prefix", "is taken by another provider"));
    }
    String baseUrl = "";
    try {
      baseUrl = BaseUrls.clean(draft.baseUrl(), settings.get().allowPrivateHosts());
    } catch (InvalidInput unfit) {
      problems.addAll(unfit.problems());
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
    return new NodeDraft(draft.type(), name, prefix, draft.apiType(), baseUrl);
  }

  private boolean taken(String prefix, @Nullable String ownId) {
    return plugins.snapshot().provider(prefix).isPresent()
        || descriptors.stream()
            .filter(node -> !node.id().equals(ownId))
            .anyMatch(node -> node.id().equals(prefix) || node.aliases().contains(prefix));
  }

  private @Nullable String apiType(NodeDraft draft) {
    return families
        .family(draft.type())
        .flatMap(family -> family.endpoint(draft.apiType()))
        .map(NodeFamilies.FamilyEndpoint::apiType)
        .orElse(null);
  }

  private NodeView view(ProviderNode node) {
    return new NodeView(
        node.id(),
        node.type(),
        node.name(),
        node.prefix(),
        node.apiType(),
        node.baseUrl(),
        connections.ofProvider(node.id()).size(),
        node.createdAt(),
        node.updatedAt());
  }

  private static ProviderNode guarded(Supplier<ProviderNode> write) {
    try {
      return write.get();
    } catch (StoreException e) {
      if (e.kind() == StoreException.Kind.CONFLICT) {
        throw new InvalidInput("prefix", "is taken by another provider");
      }
      throw e;
    }
  }

  private static GatewayException unknown() {
    return new GatewayException(ErrorCode.NOT_FOUND, "Provider node not found");
  }
}
