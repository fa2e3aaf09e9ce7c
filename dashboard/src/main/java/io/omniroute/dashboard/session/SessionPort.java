package io.omniroute.dashboard.session;

import java.net.InetAddress;
import java.time.Duration;

/** Passwords and sessions. Thread-safe; checking a password blocks on purpose. */
public interface SessionPort {

  /** Tries a password. */
  Outcome logIn(String password, InetAddress client, boolean secure);

  /** The {@code Set-Cookie} value that ends a session in the browser. */
  String logOut(boolean secure);

  /** What came of a try. */
  sealed interface Outcome {

    /**
     * The password was right.
     *
     * @param setCookie the {@code Set-Cookie} value of the new session
     */
    record Accepted(String setCookie) implements Outcome {}

    /** The password was wrong. */
    record Refused() implements Outcome {}

    /**
     * Too many tries.
     *
     * @param delay how long until the next one counts
     */
    record Locked(Duration delay) implements Outcome {}

    /** There is no password yet. */
    record NotSetUp() implements Outcome {}
  }
}
