package io.omniroute.testkit;

import io.omniroute.api.translate.Dropped;
import io.omniroute.api.translate.Losses;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a writer reports as lost. Not thread-safe. */
public final class RecordedLosses implements Losses {
  private final List<Dropped> dropped = new ArrayList<>();

  /** Nothing is lost yet. */
  public RecordedLosses() {}

  @Override
  public void dropped(String path, String reason) {
    dropped.add(new Dropped(path, reason));
  }

  /** What was reported so far. */
  public List<Dropped> all() {
    return List.copyOf(dropped);
  }

  /** The places of what was reported so far. */
  public List<String> paths() {
    return dropped.stream().map(Dropped::path).toList();
  }
}
