package io.omniroute.dashboard.plugins;

import io.omniroute.dashboard.web.Status;
import java.util.List;

/**
 * What an uploaded file is, before it is installed.
 *
 * @param path where to confirm
 * @param name its id and version
 * @param description what its author says
 * @param facts what it is, as label and value
 * @param checks what the host looked at
 * @param installable whether every check passed
 * @param verdict the outcome in a sentence
 */
public record CandidateView(
    String path,
    String name,
    String description,
    List<Fact> facts,
    List<Status> checks,
    boolean installable,
    Status verdict) {

  /**
   * One line.
   *
   * @param label what it is about
   * @param value what it is
   * @param code whether it is written in the font for code
   */
  public record Fact(String label, String value, boolean code) {}
}
