import static java.nio.charset.StandardCharsets.UTF_8;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.slf4j.LoggerFactory;

/**
 * Makes the jOOQ types out of the migrations: applies them to a temporary SQLite file and reads
 * that. Started by the build through the Java source launcher; does nothing while its inputs are
 * unchanged.
 *
 * <p>Arguments: migrations folder, output folder, this file.
 */
public final class Codegen {

  private static final String SQL = "io.omniroute.platform.store.sql";

  private Codegen() {}

  /** Generates. */
  public static void main(String[] args) throws Exception {
    Path migrations = Path.of(args[0]);
    Path output = Path.of(args[1]);
    Path stamp = output.resolve("inputs.sha256");
    String inputs = fingerprint(migrations, Path.of(args[2]));
    if (Files.exists(stamp) && Files.readString(stamp).equals(inputs)) {
      return;
    }
    ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
    Path folder = Files.createTempDirectory("omniroute-codegen");
    Path file = folder.resolve("schema.sqlite");
    try {
      String url = "jdbc:sqlite:" + file;
      Flyway.configure()
          .dataSource(url, null, null)
          .locations("filesystem:" + migrations)
          .placeholders(Map.of("key64", "INTEGER"))
          .load()
          .migrate();
      GenerationTool.generate(configuration(url, output));
      Files.writeString(stamp, inputs);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(folder);
    }
  }

  private static Configuration configuration(String url, Path output) {
    return new Configuration()
        .withLogging(Logging.WARN)
        .withJdbc(new Jdbc().withDriver("org.sqlite.JDBC").withUrl(url))
        .withGenerator(
            new Generator()
                .withDatabase(database())
                .withGenerate(
                    new Generate()
                        .withGeneratedAnnotation(false)
                        .withJavadoc(false)
                        .withGlobalCatalogReferences(false)
                        .withKeys(true))
                .withTarget(
                    new Target()
                        .withPackageName(SQL + ".schema")
                        .withDirectory(output.toString())));
  }

  private static Database database() {
    return new Database()
        .withName("org.jooq.meta.sqlite.SQLiteDatabase")
        .withExcludes("flyway_.*|sqlite_.*")
        .withForcedTypes(
            // Large objects are another thing to every other engine.
            new ForcedType()
                .withName("VARCHAR")
                .withIncludeTypes("TEXT")
                .withExcludeExpression(".*\\.(allowed_models|dropped)"),
            new ForcedType().withName("BIGINT").withIncludeExpression(".*\\.seq"),
            new ForcedType()
                .withUserType("java.time.Instant")
                .withConverter(SQL + ".InstantConverter")
                .withIncludeExpression(".*_(at|until)"),
            new ForcedType()
                .withUserType("java.util.List<java.lang.String>")
                .withConverter(SQL + ".StringListConverter")
                .withIncludeExpression(".*\\.(allowed_models|dropped)"));
  }

  private static String fingerprint(Path migrations, Path self)
      throws IOException, NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(org.jooq.Constants.FULL_VERSION.getBytes(UTF_8));
    digest.update(Files.readAllBytes(self));
    List<Path> files;
    try (var found = Files.walk(migrations)) {
      files = found.filter(Files::isRegularFile).sorted().toList();
    }
    for (Path file : files) {
      digest.update(file.getFileName().toString().getBytes(UTF_8));
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
