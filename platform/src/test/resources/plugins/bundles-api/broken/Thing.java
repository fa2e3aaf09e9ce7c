package broken;

import io.omniroute.api.config.Config;
import io.omniroute.api.scoring.Sample;
import io.omniroute.api.scoring.Score;
import io.omniroute.api.scoring.Scorer;

public final class Thing implements Scorer {

  @Override
  public String id() {
    return "bundles-api";
  }

  @Override
  public String name() {
    return "Thing";
  }

  @Override
  public String description() {
    return "A fixture.";
  }

  @Override
  public Score score(Sample sample, Config config) {
    return Score.pass("good");
  }
}
