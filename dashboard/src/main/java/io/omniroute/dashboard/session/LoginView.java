package io.omniroute.dashboard.session;

import io.omniroute.dashboard.form.FieldView;
import io.omniroute.dashboard.form.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The login page.
 *
 * @param password its field
 * @param next where to go afterwards
 * @param mistakes what is wrong
 * @param problem why no try is possible now
 */
public record LoginView(
    FieldView password, String next, List<Fields.Mistake> mistakes, @Nullable String problem) {}
