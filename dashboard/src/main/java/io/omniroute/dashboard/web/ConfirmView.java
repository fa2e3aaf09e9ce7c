package io.omniroute.dashboard.web;

import java.util.List;

/**
 * The question before something that cannot be undone; a page, or a dialogue with JavaScript.
 *
 * @param title the question
 * @param text what happens
 * @param consequences what is lost or affected
 * @param action where the answer goes
 * @param label what the button says
 * @param back where "cancel" leads
 */
public record ConfirmView(
    String title,
    String text,
    List<String> consequences,
    String action,
    String label,
    String back) {

  /** The id of the element that holds the dialogue. */
  public static final String DIALOG = "dialog";
}
