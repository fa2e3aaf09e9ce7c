package io.omniroute.platform.management;

import io.omniroute.api.config.ConfigProblem;
import io.omniroute.api.provider.AuthScheme;
import io.omniroute.platform.store.AuthType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a pasted credential must look like. Pure. */
final class CredentialRules {

  private static final String FIELD = "apiKey";
  private static final int LONGEST = 16 * 1024;

  private CredentialRules() {}

  /** How an account of a provider proves itself when its credential is pasted. */
  static AuthType type(Catalogue.Item provider) {
    boolean none =
        provider.builtIn() || provider.descriptor().auth().type() == AuthScheme.Type.NONE;
    return none ? AuthType.NONE : AuthType.API_KEY;
  }

  /** The credential without blanks around it, or null where there is none; faults are added. */
  static @Nullable String fit(
      @Nullable String pasted, Catalogue.Item provider, List<ConfigProblem> problems) {
    AuthScheme.Type type = provider.descriptor().auth().type();
    String key = pasted == null ? "" : pasted.strip();
    if (type(provider) == AuthType.NONE) {
      return key.isEmpty() ? null : checked(key, problems);
    }
    if (type == AuthScheme.Type.OAUTH) {
      problems.add(
          new ConfigProblem(
              "provider", "needs a log-in at the vendor, which is not available yet"));
      return null;
    }
    if (key.isEmpty()) {
      problems.add(new ConfigProblem(FIELD, "is required"));
      return null;
    }
    return type == AuthScheme.Type.API_KEY ? checked(key, problems) : key;
  }

  /** A line break in a key would let it write header fields of its own. */
  private static @Nullable String checked(String key, List<ConfigProblem> problems) {
    boolean oneWord = key.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (!oneWord || key.length() > LONGEST) {
      problems.add(new ConfigProblem(FIELD, "must be one line of ASCII without blanks"));
      return null;
    }
    return key;
  }
}
