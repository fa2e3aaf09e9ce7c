package io.omniroute.dashboard.overview;

import io.omniroute.dashboard.connect.ConnectView;
import io.omniroute.dashboard.i18n.Times;
import io.omniroute.dashboard.providers.ProvidersView;
import io.omniroute.dashboard.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page.
 *
 * @param status what is true now, in one sentence
 * @param hint what to do about it, if anything
 * @param attention what needs somebody
 * @param today the counts of the day
 * @param providers the connected providers
 * @param requests the latest requests
 * @param connect how tools are connected
 */
public record OverviewView(
    Status status,
    @Nullable Link hint,
    List<Link> attention,
    List<Count> today,
    List<ProvidersView.Card> providers,
    List<RequestRow> requests,
    ConnectView connect) {

  /**
   * A link.
   *
   * @param href where it leads
   * @param text what it says
   */
  public record Link(String href, String text) {}

  /**
   * A number.
   *
   * @param label what is counted
   * @param value the number, or a dash
   */
  public record Count(String label, String value) {}

  /**
   * A request.
   *
   * @param at when
   * @param model what was asked for
   * @param servedBy who answered, if it was another one
   * @param status how it ended
   * @param error what went wrong, if anything
   * @param duration how long it took
   * @param tokens tokens in and out
   */
  public record RequestRow(
      Times.TimeView at,
      String model,
      @Nullable String servedBy,
      Status status,
      @Nullable String error,
      String duration,
      String tokens) {}
}
