package io.omniroute.platform.management;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.Failure;
import io.omniroute.api.GatewayException;
import io.omniroute.api.chat.ChatEvent;
import io.omniroute.api.http.HttpAnswer;
import io.omniroute.api.http.HttpCall;
import io.omniroute.api.http.HttpExchanger;
import io.omniroute.api.provider.Account;
import io.omniroute.api.provider.AuthScheme;
import io.omniroute.api.provider.Endpoint;
import io.omniroute.api.provider.HttpProvider;
import io.omniroute.api.provider.KeyCheck;
import io.omniroute.api.provider.LocalProvider;
import io.omniroute.api.provider.ProviderDescriptor;
import io.omniroute.api.translate.UpstreamFormat;
import io.omniroute.platform.management.CheckResult.Verdict;
import io.omniroute.platform.outbound.Masking;
import io.omniroute.platform.plugin.Contribution;
import io.omniroute.platform.plugin.PluginRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tests one credential at one provider. Blocks for the network; the caller holds the lease. A
 * border to plugins: whatever one throws ends the test and nothing else.
 */
final class CredentialTest {

  private static final Logger LOG = LoggerFactory.getLogger(CredentialTest.class);
  private static final Duration LOCAL_PATIENCE = Duration.ofSeconds(20);

  private final HttpExchanger http;
  private final PluginRegistry registry;

  CredentialTest(HttpExchanger http, PluginRegistry registry) {
    this.http = http;
    this.registry = registry;
  }

  /**
   * Finds out whether a credential is good.
   *
   * @param model the model for a probe, or null for one that the provider names
   * @param secrets what must not appear in a message
   */
  Findings run(Catalogue.Item item, Account account, @Nullable String model, List<String> secrets) {
    try {
      return switch (item.provider()) {
        case LocalProvider local -> local(local, account);
        case HttpProvider remote -> remote(remote, item, new Subject(account, model, secrets));
      };
    } catch (GatewayException e) {
      return Findings.unreachable(e);
    } catch (RuntimeException e) {
      LOG.warn("The plugin of provider {} failed in a test", item.descriptor().id(), e);
      return Findings.local("runtime_error", Verdict.UNKNOWN, "The provider's plugin failed");
    }
  }

  private Findings remote(HttpProvider provider, Catalogue.Item item, Subject subject) {
    ProviderDescriptor descriptor = item.descriptor();
    if (needsCredential(descriptor) && subject.account.credential() == null) {
      return Findings.local("auth_missing", Verdict.INVALID, "There is no key");
    }
    KeyCheck check = descriptor.keyCheck();
    String path = check.path();
    if (check.method() == KeyCheck.Method.PROBE || path == null) {
      return probe(provider, descriptor, subject);
    }
    HttpAnswer answer = http.exchange(TestRequest.get(provider, subject.account, path));
    Findings findings =
        Findings.answered(
            answer.status(), check, false, words(answer, chatFormat(descriptor), subject));
    if (!findings.notThere()) {
      return findings;
    }
    return subject.model != null || !descriptor.models().isEmpty()
        ? probe(provider, descriptor, subject)
        : Findings.local(
            "unsupported",
            Verdict.UNKNOWN,
            "The provider has no list to test with; saved without a test");
  }

  private Findings probe(HttpProvider provider, ProviderDescriptor descriptor, Subject subject) {
    String model = probeModel(descriptor, subject.model);
    Endpoint endpoint =
        descriptor
            .endpoint(
                Endpoint.Kind.CHAT,
                model == null
                    ? null
                    : descriptor.model(model).map(one -> one.format()).orElse(null))
            .orElse(null);
    if (model == null || endpoint == null) {
      return Findings.local(
          "unsupported", Verdict.UNKNOWN, "There is no model to test with; name one");
    }
    Optional<UpstreamFormat> format = format(endpoint);
    if (format.isEmpty()) {
      return Findings.local(
          "unsupported",
          Verdict.UNKNOWN,
          "No plugin speaks the format '" + TestRequest.title(endpoint) + "'");
    }
    HttpCall call = TestRequest.probe(provider, subject.account, endpoint, format.get(), model);
    HttpAnswer answer = http.exchange(call);
    return Findings.answered(
        answer.status(), descriptor.keyCheck(), true, words(answer, format, subject));
  }

  private static @Nullable String probeModel(
      ProviderDescriptor descriptor, @Nullable String named) {
    if (named != null) {
      return named;
    }
    String own = descriptor.keyCheck().model();
    return own != null
        ? own
        : descriptor.models().stream()
            .filter(model -> model.kind() == Endpoint.Kind.CHAT)
            .findFirst()
            .map(model -> model.id())
            .orElse(null);
  }

  private Optional<UpstreamFormat> chatFormat(ProviderDescriptor descriptor) {
    return descriptor.endpoint(Endpoint.Kind.CHAT, null).flatMap(this::format);
  }

  private Optional<UpstreamFormat> format(Endpoint endpoint) {
    return registry.upstreamFormat(endpoint.format()).map(Contribution::service);
  }

  private static String words(HttpAnswer answer, Optional<UpstreamFormat> format, Subject subject) {
    if (answer.successful() || answer.body().length == 0 || format.isEmpty()) {
      return "";
    }
    List<String> secrets = new ArrayList<>(subject.secrets);
    String credential = subject.account.credential();
    if (credential != null) {
      secrets.add(credential);
    }
    return Masking.of(format.get().failure(answer).message(), secrets);
  }

  private static boolean needsCredential(ProviderDescriptor descriptor) {
    return descriptor.auth().type() != AuthScheme.Type.NONE;
  }

  private Findings local(LocalProvider provider, Account account) {
    String model = probeModel(provider.descriptor(), null);
    if (model == null) {
      return Findings.local("unsupported", Verdict.UNKNOWN, "There is no model to test with");
    }
    AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
    CompletableFuture<Boolean> answered = new CompletableFuture<>();
    Thread worker =
        Thread.ofVirtual()
            .name("account-test")
            .start(() -> ask(provider, account, model, failure, answered));
    try {
      boolean spoke = answered.get(LOCAL_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      Failure failed = failure.get();
      if (failed != null) {
        return Findings.failed(failed.code(), failed.message());
      }
      return spoke
          ? Findings.ok(200)
          : Findings.failed(ErrorCode.UPSTREAM_ERROR, "The provider gave no answer");
    } catch (TimeoutException e) {
      worker.interrupt();
      return Findings.local("upstream_unavailable", Verdict.UNKNOWN, "The provider is too slow");
    } catch (InterruptedException e) {
      worker.interrupt();
      Thread.currentThread().interrupt();
      return Findings.local("runtime_error", Verdict.UNKNOWN, "The gateway is shutting down");
    } catch (ExecutionException e) {
      return Findings.local("runtime_error", Verdict.INVALID, "The provider's plugin failed");
    }
  }

  private static void ask(
      LocalProvider provider,
      Account account,
      String model,
      AtomicReference<@Nullable Failure> failure,
      CompletableFuture<Boolean> answered) {
    boolean[] spoke = {false};
    try {
      provider.answer(
          TestRequest.chat(model),
          account,
          event -> {
            if (event instanceof ChatEvent.Failed failed) {
              failure.set(failed.failure());
            } else {
              spoke[0] = true;
            }
          });
      answered.complete(spoke[0]);
    } catch (GatewayException e) {
      failure.set(Failure.of(e.code(), e.reason(), Failure.Blame.PROVIDER));
      answered.complete(false);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answered.complete(false);
    } catch (RuntimeException e) {
      answered.completeExceptionally(e);
    }
  }

  private record Subject(Account account, @Nullable String model, List<String> secrets) {}
}
