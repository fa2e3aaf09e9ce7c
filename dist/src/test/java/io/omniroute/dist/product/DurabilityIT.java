package io.omniroute.dist.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.dist.gateway.Installation;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 under load: whatever was acknowledged is there after the restart. */
class DurabilityIT {

  private static final int ENOUGH = 25;

  @TempDir private Path folder;

  @Test
  void everyAcknowledgedKeyAndSettingSurvives() throws IOException, InterruptedException {
    Installation installation = Installation.unpack(folder.resolve("home"));
    List<String> acknowledged = new CopyOnWriteArrayList<>();
    String lastName = "";
    try (Product product = start(installation)) {
      AtomicBoolean killed = new AtomicBoolean();
      List<Thread> load = load(product, killed, acknowledged);
      Product.await(() -> acknowledged.size() >= ENOUGH, "no keys were made");
      HttpResponse<String> changed =
          product.send("PATCH", "/api/settings", "{\"instanceName\":\"survivor\"}");
      assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
      lastName = "survivor";
      product.gateway().kill();
      killed.set(true);
      for (Thread thread : load) {
        thread.join();
      }
    }

    try (Product product = start(installation)) {
      String keys = product.send("GET", "/api/keys", "").body();
      assertThat(acknowledged).isNotEmpty().allSatisfy(name -> assertThat(keys).contains(name));
      assertThat(product.send("GET", "/api/settings", "").body()).contains(lastName);
      assertThat(product.ask("demo/echo", false).statusCode()).isEqualTo(200);
    }
  }

  private Product start(Installation installation) throws IOException, InterruptedException {
    return Product.start(installation, folder, installation.plugins(), Map.of());
  }

  private static List<Thread> load(
      Product product, AtomicBoolean killed, List<String> acknowledged) {
    List<Thread> threads = new ArrayList<>();
    for (int worker = 0; worker < 3; worker++) {
      String prefix = "key-" + worker + "-";
      threads.add(Thread.ofVirtual().start(() -> makeKeys(product, killed, prefix, acknowledged)));
      threads.add(Thread.ofVirtual().start(() -> chat(product, killed)));
    }
    return threads;
  }

  private static void makeKeys(
      Product product, AtomicBoolean killed, String prefix, List<String> acknowledged) {
    for (int i = 0; !killed.get(); i++) {
      String name = prefix + i + "-";
      try {
        if (product.send("POST", "/api/keys", "{\"name\":\"" + name + "\"}").statusCode() == 201) {
          acknowledged.add(name);
        }
      } catch (IOException | InterruptedException gone) {
        return;
      }
    }
  }

  private static void chat(Product product, AtomicBoolean killed) {
    while (!killed.get()) {
      try {
        product.ask("demo/echo", false);
      } catch (IOException | InterruptedException gone) {
        return;
      }
    }
  }
}
