package io.omniroute.platform.plugin;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a plugin's code on a thread of its own with a deadline. A platform thread, because a plugin
 * that loops for ever would take one of the few carriers of virtual threads with it; and a new one
 * each time, because what a plugin leaves in a thread's locals then dies with the thread.
 */
final class PluginCall {

  private PluginCall() {}

  /**
   * Runs a task.
   *
   * @param what the verb for messages: {@code start}, {@code stop}
   * @throws PluginRefusedException when it failed, or did not end in time; then it is interrupted
   *     and left alone
   */
  static <T> T run(
      String name, ClassLoader loader, Duration deadline, String what, Callable<T> task)
      throws PluginRefusedException {
    CompletableFuture<T> result = new CompletableFuture<>();
    Thread thread = Thread.ofPlatform().name(name).daemon().unstarted(() -> complete(result, task));
    thread.setContextClassLoader(loader);
    thread.start();
    try {
      return result.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      throw new PluginRefusedException("did not %s within %s".formatted(what, words(deadline)));
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new PluginRefusedException("could not " + what + " since the gateway ends");
    } catch (ExecutionException e) {
      throw PluginRefusedException.because(e.getCause() == null ? e : e.getCause());
    }
  }

  /** The border to foreign code: anything may be thrown there, and nothing may get past it. */
  @SuppressWarnings("CatchingUnchecked")
  private static <T> void complete(CompletableFuture<T> result, Callable<T> task) {
    try {
      result.complete(task.call());
    } catch (Throwable e) {
      result.completeExceptionally(e);
    }
  }

  private static String words(Duration time) {
    return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
  }
}
