package good;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.omniroute.api.PluginContext;
import io.omniroute.api.config.Config;
import io.omniroute.api.scoring.Sample;
import io.omniroute.api.scoring.Score;
import io.omniroute.api.scoring.Scorer;

/** Does what plugins may do: tasks, thread locals, Jackson on classes of its own. */
public final class Counter implements Scorer {

  private static final ThreadLocal<Object> LOCAL = new ThreadLocal<>();

  private volatile String json = "";
  private volatile boolean stopped;

  @Override
  public String id() {
    return "good";
  }

  @Override
  public String name() {
    return "Counter";
  }

  @Override
  public String description() {
    return "A fixture.";
  }

  @Override
  public void start(PluginContext context) {
    LOCAL.set(this);
    json = new ObjectMapper().valueToTree(new Bean(context.pluginVersion())).toString();
    context
        .executor()
        .submit(
            () -> {
              Thread.sleep(Long.MAX_VALUE);
              return json;
            });
  }

  @Override
  public void stop() {
    stopped = true;
  }

  @Override
  public Score score(Sample sample, Config config) {
    String resource = Late.resource();
    return new Score(1, !stopped, json + " " + resource);
  }
}
