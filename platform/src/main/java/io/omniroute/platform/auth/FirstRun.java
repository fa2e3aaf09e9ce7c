package io.omniroute.platform.auth;

import io.omniroute.platform.store.ServerSecrets;
import java.net.InetAddress;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The time before there is a password: only this machine is served, and a token that was printed at
 * the start opens the setup once. Nothing of the token is stored: a restart makes a new one.
 * Thread-safe; does not block.
 */
public final class FirstRun {

  private final AtomicReference<@Nullable String> token = new AtomicReference<>();
  private volatile boolean complete;

  /** Looks for a password; blocks for the store. */
  public FirstRun(ServerSecrets secrets, AuthEnvironment environment) {
    complete =
        environment.initialPassword() != null || secrets.find(SecretNames.PASSWORD).isPresent();
    if (!complete) {
      token.set(Tokens.random(24));
    }
  }

  /** Whether there is a password. */
  public boolean setupComplete() {
    return complete;
  }

  /** Whether a client at this address (the peer's own, not what a proxy says) may be served. */
  public boolean mayServe(InetAddress peer) {
    return complete || peer.isLoopbackAddress();
  }

  /** The token to print; empty once it is spent or there is a password. */
  public Optional<String> setupToken() {
    return Optional.ofNullable(token.get());
  }

  /** The path and query of the setup page with the token; empty likewise. */
  public Optional<String> setupPath() {
    return setupToken().map(secret -> "/setup?token=" + secret);
  }

  /** Whether this is the token and it is not spent. */
  public boolean matches(String presented) {
    String secret = token.get();
    return secret != null && Tokens.same(secret, presented);
  }

  /** Spends the token; false if it is wrong or somebody was faster. */
  boolean spend(String presented) {
    String secret = token.get();
    return secret != null && Tokens.same(secret, presented) && token.compareAndSet(secret, null);
  }

  /** There is a password now; the token is void. */
  void passwordSet() {
    complete = true;
    token.set(null);
  }
}
