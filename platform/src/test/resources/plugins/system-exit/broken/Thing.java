package broken;

import io.omniroute.api.PluginContext;
import io.omniroute.api.config.Config;
import io.omniroute.api.scoring.Sample;
import io.omniroute.api.scoring.Score;
import io.omniroute.api.scoring.Scorer;

public final class Thing implements Scorer {

  @Override
  public String id() {
    return "system-exit";
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
  public void start(PluginContext context) {
    System.exit(3);
  }

  @Override
  public Score score(Sample sample, Config config) {
    return Score.pass("good");
  }
}
