package io.omniroute.dashboard.providers;

import io.omniroute.dashboard.form.FieldView;
import io.omniroute.dashboard.form.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form of one account.
 *
 * @param action where it goes
 * @param submit what its button says
 * @param keyPage where a reader gets a key
 * @param providerName whose account it is
 * @param main the fields to fill
 * @param advanced the fields that are folded away
 * @param mistakes what is wrong
 * @param problem why the whole was refused
 * @param force whether it may be saved although its test failed
 */
public record AccountFormView(
    String action,
    String submit,
    @Nullable String keyPage,
    String providerName,
    List<FieldView> main,
    List<FieldView> advanced,
    List<Fields.Mistake> mistakes,
    @Nullable String problem,
    boolean force) {

  /** Whether the folded fields must be seen. */
  public boolean unfolded() {
    return advanced.stream().anyMatch(field -> field.error() != null);
  }
}
