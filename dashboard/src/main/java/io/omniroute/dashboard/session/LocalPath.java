package io.omniroute.dashboard.session;

import java.util.Optional;

/** Addresses to go to that a request names; only our own pages are believed. */
final class LocalPath {

  private LocalPath() {}

  /** The address, if it is one of our pages; else the other one. */
  static String or(Optional<String> address, String otherwise) {
    return address
        .filter(path -> path.equals("/dashboard") || path.matches("/dashboard[/?][^\\\\\\s]*"))
        .orElse(otherwise);
  }
}
