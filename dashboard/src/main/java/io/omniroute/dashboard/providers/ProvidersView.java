package io.omniroute.dashboard.providers;

import io.omniroute.dashboard.web.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of all providers.
 *
 * @param status what is true now
 * @param connected providers with an account
 * @param catalogue all providers, filtered
 */
public record ProvidersView(Status status, List<Card> connected, Catalogue catalogue) {

  /**
   * A connected provider.
   *
   * @param path its page
   * @param name its name
   * @param id its id
   * @param monogram stands where a logo would
   * @param status what is known about it
   * @param facts accounts and models, in words
   * @param problem what an account was last refused with
   */
  public record Card(
      String path,
      String name,
      String id,
      String monogram,
      Status status,
      String facts,
      @Nullable String problem) {}

  /**
   * The catalogue.
   *
   * @param query what is searched for
   * @param origin which origin is chosen, empty for all
   * @param filters the origins to choose from
   * @param count how many there are, in words
   * @param entries the providers
   */
  public record Catalogue(
      String query, String origin, List<Filter> filters, String count, List<Entry> entries) {}

  /**
   * An origin to choose.
   *
   * @param href the same page with it
   * @param label its name
   * @param count how many there are
   * @param current whether it is chosen; {@code "true"} or absent
   */
  public record Filter(String href, String label, String count, @Nullable String current) {}

  /**
   * A provider in the catalogue.
   *
   * @param path its page
   * @param name its name
   * @param id its id
   * @param monogram stands where a logo would
   * @param description what its plugin's author says
   * @param origin where it runs
   * @param models how many models it has
   * @param connected whether it has an account
   */
  public record Entry(
      String path,
      String name,
      String id,
      String monogram,
      String description,
      String origin,
      String models,
      boolean connected) {}
}
