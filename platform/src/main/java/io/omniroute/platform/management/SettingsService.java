package io.omniroute.platform.management;

import io.omniroute.api.config.ConfigField;
import io.omniroute.api.config.ConfigSchema;
import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Settings: one immutable snapshot, swapped as a whole. Thread-safe. */
public interface SettingsService {

  /** The settings now. Never blocks: fit for every request. */
  Settings current();

  /** Every setting with its value and where the value comes from, in the order of the form. */
  List<Entry> entries();

  /** The settings as a schema, for forms and documents. */
  ConfigSchema schema();

  /**
   * Changes settings: all of them or, on a fault, none. Blocks for the store; listeners have run
   * when it returns.
   *
   * @throws InvalidInput naming unknown settings, wrong values and settings that the environment
   *     fixes
   */
  Settings change(JsonObject values, Actor actor);

  /**
   * Says whether {@link #change} would take these values; changes nothing.
   *
   * @throws InvalidInput as {@code change}
   */
  void check(JsonObject values, Actor actor);

  /** Sets the address of a provider for all its accounts; null gives it back its own. */
  Settings setBaseUrl(String provider, @Nullable String baseUrl);

  /**
   * Calls a listener with the new settings after every change, on the changing thread.
   *
   * @return ends the listening
   */
  Runnable onChange(Consumer<Settings> listener);

  /** Where a value comes from. */
  enum Source {
    /** Nobody set it. */
    DEFAULT,
    /** An environment variable fixes it. */
    ENVIRONMENT,
    /** A person set it. */
    STORED
  }

  /**
   * One setting.
   *
   * @param field what it is
   * @param value what counts
   * @param source where it comes from
   * @param variable the environment variable that can fix it, or null
   */
  record Entry(ConfigField field, Json value, Source source, @Nullable String variable) {

    /** Whether a person can change it. */
    public boolean editable() {
      return source != Source.ENVIRONMENT;
    }
  }
}
