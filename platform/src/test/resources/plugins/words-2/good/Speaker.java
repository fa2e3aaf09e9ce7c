package good;

import io.omniroute.api.config.Config;
import io.omniroute.api.scoring.Sample;
import io.omniroute.api.scoring.Score;
import io.omniroute.api.scoring.Scorer;

public final class Speaker implements Scorer {

  @Override
  public String id() {
    return "words-2";
  }

  @Override
  public String name() {
    return "Speaker";
  }

  @Override
  public String description() {
    return "A fixture.";
  }

  @Override
  public Score score(Sample sample, Config config) {
    return Score.pass(words.Words.version());
  }
}
