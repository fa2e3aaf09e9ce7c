package io.omniroute.dashboard.setup;

import io.omniroute.dashboard.form.FieldView;
import io.omniroute.dashboard.form.Fields;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What all steps of the first run show.
 *
 * @param title what this step is about
 * @param lede one sentence below
 * @param steps all steps
 * @param onward where the next step is, if this one is done or may be skipped
 * @param onwardLabel "continue" or "skip"
 */
public record SetupView(
    String title, String lede, List<StepView> steps, @Nullable String onward, String onwardLabel) {

  /** The same without a link onwards, because the page itself has one. */
  SetupView withoutOnward() {
    return new SetupView(title, lede, steps, null, onwardLabel);
  }

  /**
   * One step in the row of steps.
   *
   * @param number its number
   * @param label its name
   * @param done whether it is done
   * @param current {@code "step"} on the one that is shown
   * @param href where it leads, if one can go there
   */
  public record StepView(
      String number, String label, boolean done, @Nullable String current, @Nullable String href) {}

  /**
   * The step "password".
   *
   * @param token the one-time token of the printed link
   * @param fields the fields
   * @param mistakes what is wrong
   */
  public record PasswordView(String token, List<FieldView> fields, List<Fields.Mistake> mistakes) {}

  /**
   * The step "provider".
   *
   * @param demo the built-in provider, if there is one
   * @param tiles the providers to choose from first
   * @param more all others
   */
  public record ProviderChoice(@Nullable Tile demo, List<Tile> tiles, List<Tile> more) {}

  /**
   * A provider to choose.
   *
   * @param path the address of its form
   * @param name its name
   * @param monogram stands where a logo would
   * @param note what it needs
   * @param direct whether it can be used at once, with nothing to fill in
   */
  public record Tile(String path, String name, String monogram, String note, boolean direct) {}

  /**
   * A model server that was found on this machine.
   *
   * @param action the address that connects it
   * @param name what it is
   * @param url where it listens
   */
  public record LocalTile(String action, String name, String url) {}

  /**
   * The step "test".
   *
   * @param question what is asked
   * @param answer what came back, if it was asked
   */
  public record TestView(String question, @Nullable AnswerView answer) {}

  /**
   * An answer.
   *
   * @param success whether there is one
   * @param text the answer, or why there is none
   * @param servedBy who gave it
   * @param first how long the first word took
   * @param total how long all took
   * @param fixPath the page where the provider can be mended
   */
  public record AnswerView(
      boolean success, String text, String servedBy, String first, String total, String fixPath) {}
}
