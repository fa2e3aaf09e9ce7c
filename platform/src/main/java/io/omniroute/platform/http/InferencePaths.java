package io.omniroute.platform.http;

import java.util.List;

/**
 * The spellings of paths that tools use in the field: with the version twice, without it, or below
 * {@code /api}. Sources: base URLs with and without {@code /v1} in the settings of clients.
 */
final class InferencePaths {

  private static final String VERSION = "/v1";
  private static final String TWICE = "/v1/v1";
  private static final String API = "/api";

  private InferencePaths() {}

  /** The path itself and what it may mean, in the order in which they are tried. */
  static List<String> candidates(String path) {
    String trimmed = trimSlash(path);
    if (trimmed.startsWith(TWICE + "/") || trimmed.equals(TWICE)) {
      return List.of(trimmed, trimmed.substring(VERSION.length()));
    }
    if (trimmed.startsWith(API + VERSION)) {
      return List.of(trimmed, trimmed.substring(API.length()));
    }
    return trimmed.startsWith(VERSION) ? List.of(trimmed) : List.of(trimmed, VERSION + trimmed);
  }

  /** Whether the path is meant for an inference route, so that errors take that family's shape. */
  static boolean looksLikeInference(String path) {
    return path.startsWith(VERSION) || path.startsWith(API + VERSION);
  }

  private static String trimSlash(String path) {
    return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
