package io.omniroute.dashboard.setup;

import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.connect.ConnectPresenter;
import io.omniroute.dashboard.connect.GatewayPort;
import io.omniroute.dashboard.connect.KeysPort;
import io.omniroute.dashboard.form.FieldView;
import io.omniroute.dashboard.form.FieldView.Control;
import io.omniroute.dashboard.form.Fields;
import io.omniroute.dashboard.setup.SetupView.PasswordView;
import io.omniroute.dashboard.view.StaticTemplates;
import io.omniroute.dashboard.view.Templates;
import io.omniroute.dashboard.web.NavigationItem;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.dashboard.web.Ui;
import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first run: password, test and connecting a tool. */
public final class SetupHandler {

  private static final int SHORTEST = 8;

  private final Templates templates = new StaticTemplates();
  private final Pages pages;
  private final Sources sources;

  /** Draws with these pages and works on these. */
  public SetupHandler(Pages pages, Sources sources) {
    this.pages = pages;
    this.sources = sources;
  }

  /** {@code GET /dashboard/setup?token=}: the first step that still needs something. */
  public WebResponse start(WebRequest request) {
    Ui ui = pages.ui(request);
    if (!sources.setup().passwordSet()) {
      Optional<String> token = request.query("token").filter(sources.setup()::tokenValid);
      return token.isEmpty()
          ? pages.show(
              request, 403, ui, templates.setupLink(ui, request.query("token").isPresent()))
          : password(request, ui, 200, token.get(), Map.of());
    }
    if (!ui.signedIn()) {
      return pages.redirect(request, "/dashboard/login?next=" + Step.PATH);
    }
    String next = sources.progress().next().map(Step::path).orElse(NavigationItem.HOME);
    return pages.redirect(request, next);
  }

  /** {@code POST /dashboard/setup}: stores the password and logs in. */
  public WebResponse createPassword(WebRequest request) {
    Ui ui = pages.ui(request);
    String token = request.form().value("setup").orElse("");
    if (sources.setup().passwordSet() || !sources.setup().tokenValid(token)) {
      return pages.redirect(request, Step.PATH);
    }
    String password = request.form().value("password").orElse("");
    Map<String, String> errors = new LinkedHashMap<>();
    if (password.length() < SHORTEST) {
      errors.put("password", ui.t("setup.password.short", SHORTEST));
    } else if (!password.equals(request.form().value("again").orElse(""))) {
      errors.put("again", ui.t("setup.password.differs"));
    }
    if (!errors.isEmpty()) {
      return password(request, ui, 422, token, errors);
    }
    try {
      String setCookie = sources.setup().createPassword(token, password, request.secure());
      return pages.redirect(request, Step.PATH).with("Set-Cookie", setCookie);
    } catch (GatewayException e) {
      return password(request, ui, 422, token, Map.of("password", e.reason()));
    }
  }

  private WebResponse password(
      WebRequest request, Ui ui, int status, String token, Map<String, String> errors) {
    Fields fields = new Fields("setup", Map.of(), errors);
    List<FieldView> drawn =
        List.of(
            fields
                .draw(
                    "password",
                    ui.t("setup.password.field"),
                    ui.t("setup.password.help", SHORTEST),
                    Control.PASSWORD,
                    true)
                .withAutocomplete("new-password"),
            fields
                .draw("again", ui.t("setup.password.again"), null, Control.PASSWORD, true)
                .withAutocomplete("new-password"));
    PasswordView view = new PasswordView(token, drawn, fields.mistakes());
    SetupView frame = frame(ui, Step.PASSWORD);
    return pages.show(request, status, ui, templates.setupPassword(ui, frame, view));
  }

  /** {@code GET /dashboard/setup/test}. */
  public WebResponse test(WebRequest request) {
    Ui ui = pages.ui(request);
    return test(request, ui, null);
  }

  /** {@code POST /dashboard/setup/test}: asks, and shows the answer. */
  public WebResponse ask(WebRequest request) {
    Ui ui = pages.ui(request);
    SetupPort.Trial trial = sources.setup().ask(ui.t("setup.test.question"));
    return test(request, ui, new SetupPresenter(ui.messages(), ui.times()).answer(trial));
  }

  private WebResponse test(WebRequest request, Ui ui, SetupView.@Nullable AnswerView answer) {
    SetupView.TestView view = new SetupView.TestView(ui.t("setup.test.question"), answer);
    return pages.show(request, ui, templates.setupTest(ui, frame(ui, Step.TEST), view));
  }

  /** {@code GET /dashboard/setup/connect}. */
  public WebResponse connect(WebRequest request) {
    return connect(request, null);
  }

  /** {@code POST /dashboard/setup/connect}: makes a key and shows it this once. */
  public WebResponse createKey(WebRequest request) {
    Ui ui = pages.ui(request);
    String name = ui.t("setup.connect.key-name", sources.keys().count() + 1);
    return connect(request, sources.keys().create(name));
  }

  private WebResponse connect(WebRequest request, @Nullable String key) {
    Ui ui = pages.ui(request);
    return pages.show(
        request,
        ui,
        templates.setupConnect(
            ui,
            frame(ui, Step.CONNECT),
            ConnectPresenter.present(ui.messages(), sources.gateway().info(), key)));
  }

  private SetupView frame(Ui ui, Step step) {
    return new SetupPresenter(ui.messages(), ui.times()).frame(step, sources.progress());
  }

  /**
   * What the first run works on.
   *
   * @param setup password and test
   * @param keys the keys tools use
   * @param gateway where it listens
   * @param progress which steps are done
   */
  public record Sources(
      SetupPort setup, KeysPort keys, GatewayPort gateway, SetupProgress progress) {}
}
