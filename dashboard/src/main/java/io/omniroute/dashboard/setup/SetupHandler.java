package io.omniroute.dashboard.setup;

import io.omniroute.api.GatewayException;
import io.omniroute.dashboard.connect.ConnectPresenter;
import io.omniroute.dashboard.connect.Gateway;
import io.omniroute.dashboard.form.FieldView;
import io.omniroute.dashboard.form.FieldView.Control;
import io.omniroute.dashboard.form.Fields;
import io.omniroute.dashboard.setup.SetupView.PasswordView;
import io.omniroute.dashboard.view.StaticTemplates;
import io.omniroute.dashboard.view.Templates;
import io.omniroute.dashboard.web.NavigationItem;
import io.omniroute.dashboard.web.Pages;
import io.omniroute.dashboard.web.Ui;
import io.omniroute.platform.auth.SessionCookie;
import io.omniroute.platform.management.Actor;
import io.omniroute.platform.management.KeyService;
import io.omniroute.platform.management.LoginService;
import io.omniroute.platform.management.Services;
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
    LoginService login = sources.services().login();
    Optional<String> token = request.query("token");
    if (login.state().needsSetup() && token.filter(login::setupTokenValid).isPresent()) {
      return password(request, ui, 200, token.get(), Map.of());
    }
    if (ui.signedIn()) {
      Optional<Step> next = sources.progress().next(true);
      return pages.redirect(request, next.map(Step::path).orElse(NavigationItem.HOME));
    }
    return login.state().needsSetup()
        ? pages.show(request, 403, ui, templates.setupLink(ui, token.isPresent()))
        : pages.redirect(request, "/dashboard/login?next=" + Step.PATH);
  }

  /** {@code POST /dashboard/setup}: stores the password and logs in. */
  public WebResponse createPassword(WebRequest request) {
    Ui ui = pages.ui(request);
    LoginService login = sources.services().login();
    String token = request.form().value("setup").orElse("");
    if (!login.state().needsSetup() || !login.setupTokenValid(token)) {
      return pages.redirect(request, Step.PATH);
    }
    Actor actor = Actor.of(request);
    if (request.form().value("later").isPresent()) {
      return begin(request, login.setUpLater(token, actor, request.secure()));
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
      return begin(request, login.setUp(token, password, actor, request.secure()));
    } catch (GatewayException e) {
      return password(request, ui, 422, token, Map.of("password", e.reason()));
    }
  }

  private WebResponse begin(WebRequest request, SessionCookie cookie) {
    return pages.redirect(request, Step.PATH).with("Set-Cookie", cookie.header());
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
    SetupPresenter presenter = new SetupPresenter(ui.messages(), ui.times());
    String model = Gateway.seenBy(request, sources.services()).exampleModel();
    if (model.isEmpty()) {
      return test(request, ui, presenter.nothingToAsk());
    }
    Trials.Trial trial = sources.trials().ask(request, model, ui.t("setup.test.question"));
    if (trial.success()) {
      sources.progress().answered();
    }
    return test(request, ui, presenter.answer(model, trial));
  }

  private WebResponse test(WebRequest request, Ui ui, SetupView.@Nullable AnswerView answer) {
    SetupView.TestView view = new SetupView.TestView(ui.t("setup.test.question"), answer);
    SetupView frame = frame(ui, Step.TEST);
    boolean answered = answer != null && answer.success();
    return pages.show(
        request, ui, templates.setupTest(ui, answered ? frame.withoutOnward() : frame, view));
  }

  /** {@code GET /dashboard/setup/connect}. */
  public WebResponse connect(WebRequest request) {
    return connect(request, null);
  }

  /** {@code POST /dashboard/setup/connect}: makes a key and shows it this once. */
  public WebResponse createKey(WebRequest request) {
    KeyService keys = sources.services().keys();
    String name = pages.ui(request).t("setup.connect.key-name", keys.keys().size() + 1);
    KeyService.IssuedKey key = keys.create(name, List.of(), null, Actor.of(request));
    return connect(request, key.secret());
  }

  private WebResponse connect(WebRequest request, @Nullable String key) {
    Ui ui = pages.ui(request);
    return pages.show(
        request,
        ui,
        templates.setupConnect(
            ui,
            frame(ui, Step.CONNECT),
            ConnectPresenter.present(
                ui.messages(), Gateway.seenBy(request, sources.services()), key)));
  }

  private SetupView frame(Ui ui, Step step) {
    return new SetupPresenter(ui.messages(), ui.times()).frame(step, sources.progress());
  }

  /**
   * What the first run works on.
   *
   * @param services the gateway's services
   * @param trials asks the first question
   * @param progress which steps are done
   */
  public record Sources(Services services, Trials trials, SetupProgress progress) {}
}
