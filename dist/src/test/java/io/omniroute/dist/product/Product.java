package io.omniroute.dist.product;

import io.omniroute.api.json.Json;
import io.omniroute.api.json.JsonObject;
import io.omniroute.dist.gateway.Installation;
import io.omniroute.dist.gateway.RunningGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** A running gateway with a plugins folder of its own and somebody who is logged in. */
final class Product implements AutoCloseable {

  static final String PASSWORD = "correct horse battery staple";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final RunningGateway gateway;
  private final Path plugins;
  private final HttpClient client = HttpClient.newHttpClient();
  private String cookie = "";

  private Product(RunningGateway gateway, Path plugins) {
    this.gateway = gateway;
    this.plugins = plugins;
  }

  static Product start(Path folder) throws IOException, InterruptedException {
    return start(folder, Map.of());
  }

  static Product start(Path folder, Map<String, String> environment)
      throws IOException, InterruptedException {
    Installation installation = Installation.unpack(folder.resolve("home"));
    Path plugins = folder.resolve("plugins");
    copy(installation.folder().resolve("plugins"), plugins);
    return start(installation, folder, plugins, environment);
  }

  static Product start(
      Installation installation, Path folder, Path plugins, Map<String, String> more)
      throws IOException, InterruptedException {
    Map<String, String> environment = new java.util.HashMap<>(more);
    environment.put("INITIAL_PASSWORD", PASSWORD);
    environment.put("PLUGINS_DIR", plugins.toString());
    environment.put("OMNIROUTE_AOT", "off");
    RunningGateway gateway =
        RunningGateway.start(installation, folder.resolve("data"), environment);
    Product product = new Product(gateway, plugins);
    product.logIn();
    return product;
  }

  private void logIn() throws IOException, InterruptedException {
    HttpResponse<String> answer =
        send("POST", "/api/auth/login", "{\"password\":\"" + PASSWORD + "\"}");
    cookie =
        answer
            .headers()
            .firstValue("set-cookie")
            .map(header -> header.split(";", 2)[0])
            .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body()));
  }

  /** Sends a request with JSON, as whoever is logged in. */
  HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!cookie.isEmpty()) {
      request.header("Cookie", cookie);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  /** Asks for an answer of a model, as a client without a key. */
  HttpResponse<String> ask(String model, boolean stream) throws IOException, InterruptedException {
    JsonObject request =
        JsonObject.builder()
            .put("model", model)
            .put("stream", stream)
            .put("messages", Json.parse("[{\"role\":\"user\",\"content\":\"Hi\"}]"))
            .build();
    return client.send(
        HttpRequest.newBuilder(uri("/v1/chat/completions"))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(request.toBytes()))
            .build(),
        BodyHandlers.ofString());
  }

  /** Adds a provider that speaks openai-chat and needs a key, as a file in the plugins folder. */
  void drop(String provider, String baseUrl) throws IOException {
    Files.writeString(
        plugins.resolve(provider + ".provider.yaml"), Descriptors.yaml(provider, baseUrl));
  }

  /** Adds an account. */
  void account(String provider, String name, String key, int priority)
      throws IOException, InterruptedException {
    String body =
        JsonObject.builder()
            .put("provider", provider)
            .put("name", name)
            .put("apiKey", key)
            .put("priority", priority)
            .build()
            .toText();
    HttpResponse<String> answer = send("POST", "/api/providers", body);
    if (answer.statusCode() != 201) {
      throw new AssertionError(answer.statusCode() + " " + answer.body());
    }
  }

  /** Waits until a provider is known, which takes a moment after its file was dropped. */
  void awaitProvider(String provider) throws InterruptedException {
    await(() -> pluginStates().contains("\"" + provider + "\""), provider + " is not there");
  }

  String pluginStates() {
    try {
      return send("GET", "/api/plugins", "").body();
    } catch (IOException e) {
      throw new AssertionError(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  static void await(BooleanSupplier condition, String otherwise) throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(otherwise);
      }
      Thread.sleep(20);
    }
  }

  URI uri(String path) {
    return gateway.uri(path);
  }

  RunningGateway gateway() {
    return gateway;
  }

  Path plugins() {
    return plugins;
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to);
    List<Path> files;
    try (var listing = Files.list(from)) {
      files = listing.toList();
    }
    for (Path file : files) {
      Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  public void close() {
    client.close();
    gateway.close();
  }
}
