package io.omniroute.dashboard.preview;

import java.lang.reflect.Proxy;

/** Services nobody may ask. */
final class Fakes {

  private Fakes() {}

  /** A service whose every method fails. */
  static <T> T unused(Class<T> type) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              throw new UnsupportedOperationException(method.getName());
            });
    return type.cast(proxy);
  }
}
