package io.omniroute.platform.management;

import io.omniroute.platform.plugin.Inspection;
import io.omniroute.platform.plugin.PluginFacts;
import io.omniroute.platform.plugin.PluginHost;
import java.util.List;

/** What plugin management needs of the plugin host, so that it can be tested without one. */
interface PluginControl {

  /** Every plugin file and every generation that still runs. */
  List<PluginFacts> plugins();

  /** Lets a plugin run. */
  PluginFacts enable(String id);

  /** Switches a plugin off. */
  PluginFacts disable(String id);

  /** What could not be done any more without a plugin, one sentence each. */
  List<String> lostWithout(String id);

  /** Finds out what a file is, without running it. */
  Inspection inspect(String fileName, byte[] bytes);

  /** Puts a file into the plugins folder and loads it. */
  PluginFacts install(String fileName, byte[] bytes);

  /** Deletes a plugin's file. */
  void remove(String id);

  /** The plugin host itself. */
  static PluginControl of(PluginHost host) {
    return new PluginControl() {
      @Override
      public List<PluginFacts> plugins() {
        return host.plugins();
      }

      @Override
      public PluginFacts enable(String id) {
        return host.enable(id);
      }

      @Override
      public PluginFacts disable(String id) {
        return host.disable(id);
      }

      @Override
      public List<String> lostWithout(String id) {
        return host.lostWithout(id);
      }

      @Override
      public Inspection inspect(String fileName, byte[] bytes) {
        return host.inspect(fileName, bytes);
      }

      @Override
      public PluginFacts install(String fileName, byte[] bytes) {
        return host.install(fileName, bytes);
      }

      @Override
      public void remove(String id) {
        host.remove(id);
      }
    };
  }
}
