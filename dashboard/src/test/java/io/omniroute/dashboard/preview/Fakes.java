package io.omniroute.dashboard.preview;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.function.Supplier;

/** Services of which the pages use little or nothing. */
final class Fakes {

  private Fakes() {}

  /** A service whose every method fails. */
  static <T> T unused(Class<T> type) {
    return only(type, Map.of());
  }

  /** A service with these methods without arguments; every other one fails. */
  static <T> T only(Class<T> type, Map<String, Supplier<Object>> methods) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              Supplier<Object> known = methods.get(method.getName());
              if (known == null) {
                throw new UnsupportedOperationException(method.getName());
              }
              return known.get();
            });
    return type.cast(proxy);
  }
}
