package io.omniroute.dist.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import io.omniroute.dist.gateway.GatewayProcess;
import io.omniroute.dist.gateway.Installation;
import io.omniroute.dist.gateway.RunningGateway;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StartScriptIT {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private static Path shared;
  private static Installation installation;

  @TempDir private Path folder;

  @BeforeAll
  static void unpack() throws IOException {
    installation = Installation.unpack(shared);
  }

  @Test
  void theGatewayAnswersAndStopsWhenAsked() throws IOException, InterruptedException {
    try (RunningGateway gateway = RunningGateway.start(installation, folder)) {
      assertThat(get(gateway).statusCode()).isBetween(200, 404);
      assertThat(gateway.process().handle().info().command().orElse("")).endsWith("/bin/java");
      assertThat(gateway.stop(Duration.ofSeconds(35))).isIn(0, 143);
    }
  }

  @Test
  void theStartScriptWorksThroughASymbolicLink() throws IOException, InterruptedException {
    Path link = Files.createSymbolicLink(folder.resolve("omniroute"), installation.script());

    Process process = new ProcessBuilder(link.toString(), "--version").start();

    assertThat(process.inputReader().readLine()).isEqualTo("omniroute " + version());
    assertThat(process.waitFor()).isZero();
    Files.delete(link);
  }

  @Test
  void helpNamesTheOptions() throws IOException, InterruptedException {
    for (String option : List.of("--help", "-h")) {
      try (GatewayProcess gateway = run(option)) {
        assertThat(gateway.awaitExit(SOON)).isZero();
        assertThat(gateway.text()).contains("--port", "--no-open", "--data-dir", "--version");
      }
    }
  }

  @Test
  void theVersionIsTheOneOfTheBuild() throws IOException, InterruptedException {
    for (String option : List.of("--version", "-v")) {
      try (GatewayProcess gateway = run(option)) {
        assertThat(gateway.awaitExit(SOON)).isZero();
        assertThat(gateway.text()).contains(version());
      }
    }
  }

  @Test
  void anUnknownOptionIsRefusedInASentence() throws IOException, InterruptedException {
    try (GatewayProcess gateway = run("--prot", "20128")) {
      assertThat(gateway.awaitExit(SOON)).isEqualTo(1);
      assertThat(gateway.text()).contains("--prot").doesNotContain("Exception", "\tat ");
    }
  }

  @Test
  void aPortThatIsNoneIsRefusedInASentence() throws IOException, InterruptedException {
    for (String port : List.of("http", "65536", "-1")) {
      try (GatewayProcess gateway = run("--port", port)) {
        assertThat(gateway.awaitExit(SOON)).isEqualTo(1);
        assertThat(gateway.text()).contains(port).doesNotContain("Exception", "\tat ");
      }
    }
  }

  @Test
  void theStartCacheIsMadeOnceAndUsed() throws IOException, InterruptedException {
    Path cache = folder.resolve("cache");
    Map<String, String> environment =
        Map.of("OMNIROUTE_AOT", "auto", "OMNIROUTE_CACHE", cache.toString());

    try (GatewayProcess training =
        GatewayProcess.start(installation, environment, List.of("--train"))) {
      assertThat(training.awaitExit(Duration.ofSeconds(90))).as(training.text()).isZero();
    }
    assertThat(cache).isDirectoryContaining("glob:**.aot").isDirectoryNotContaining("glob:**.lock");
    try (RunningGateway gateway =
        RunningGateway.start(installation, folder.resolve("data"), environment)) {
      assertThat(gateway.process().handle().info().arguments().orElseThrow())
          .anyMatch(option -> option.startsWith("-XX:AOTCache=" + cache));
    }
  }

  @Test
  void theBundledRuntimeNeedsNoOtherJava() throws IOException, InterruptedException {
    Installation bundled = Installation.unpackWithRuntime(folder.resolve("bundled"));
    Map<String, String> noJava = Map.of("JAVA_HOME", "", "PATH", "/usr/bin:/bin");

    try (RunningGateway gateway = RunningGateway.start(bundled, folder.resolve("data"), noJava)) {
      assertThat(get(gateway).statusCode()).isBetween(200, 404);
      assertThat(gateway.process().handle().info().command())
          .contains(bundled.folder().toRealPath().resolve("runtime/bin/java").toString());
    }
  }

  private static GatewayProcess run(String... options) throws IOException {
    return GatewayProcess.start(installation, Map.of(), List.of(options));
  }

  private static HttpResponse<String> get(RunningGateway gateway)
      throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(gateway.uri("/")).build(), BodyHandlers.ofString());
    }
  }

  private static String version() {
    return System.getProperty("omniroute.version", "");
  }
}
