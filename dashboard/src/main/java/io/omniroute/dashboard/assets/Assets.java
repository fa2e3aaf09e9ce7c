package io.omniroute.dashboard.assets;

import io.omniroute.platform.web.WebRequest;
import io.omniroute.platform.web.WebResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * The dashboard's files. Each is made once, at its first use, with its hash in its name; so
 * browsers may keep it for ever. Thread-safe.
 */
public final class Assets {

  /** Where they are served. */
  public static final String PATH = "/dashboard/assets/";

  private static final String CSS = "text/css; charset=utf-8";
  private static final String SCRIPT = "text/javascript; charset=utf-8";
  private static final String SVG = "image/svg+xml";

  /** What each file is made of; the parts of the style sheet stand in the order of their layers. */
  private static final Map<String, Source> SOURCES =
      Map.of(
          "app.css",
          new Source(
              CSS, List.of("layers.css", "tokens.css", "base.css", "layout.css", "components.css")),
          "base.css",
          new Source(CSS, List.of("vendor/tabler.min.css")),
          "htmx.js",
          new Source(SCRIPT, List.of("vendor/htmx.min.js")),
          "app.js",
          new Source(SCRIPT, List.of("app.js")),
          "icons.svg",
          new Source(SVG, List.of("icons.svg")),
          "favicon.svg",
          new Source(SVG, List.of("favicon.svg")));

  private final ConcurrentMap<String, Asset> made = new ConcurrentHashMap<>();

  /** The address of a file, by its plain name such as {@code app.css}. */
  public String url(String plainName) {
    return PATH + asset(plainName).name();
  }

  /** Serves a file by the name with its hash; 404 for any other. */
  public WebResponse serve(WebRequest request) {
    String name = request.pathVariable("file");
    for (String plainName : SOURCES.keySet()) {
      Asset asset = asset(plainName);
      if (asset.name().equals(name)) {
        return answer(asset, request);
      }
    }
    return WebResponse.text(404, "no such file");
  }

  private static WebResponse answer(Asset asset, WebRequest request) {
    boolean gzip = request.header("Accept-Encoding").orElse("").contains("gzip");
    WebResponse response =
        WebResponse.of(200, asset.contentType(), gzip ? asset.compressed() : asset.plain())
            .with("Cache-Control", "public, max-age=31536000, immutable")
            .with("Vary", "Accept-Encoding")
            .with("X-Content-Type-Options", "nosniff");
    return gzip ? response.with("Content-Encoding", "gzip") : response;
  }

  private Asset asset(String plainName) {
    return made.computeIfAbsent(plainName, Assets::make);
  }

  private static Asset make(String plainName) {
    Source source = SOURCES.get(plainName);
    if (source == null) {
      throw new IllegalArgumentException("no asset " + plainName);
    }
    String text =
        source.parts().stream()
            .map(part -> part.startsWith("vendor/tabler") ? layered(read(part)) : read(part))
            .collect(Collectors.joining("\n"));
    byte[] plain = text.getBytes(StandardCharsets.UTF_8);
    int dot = plainName.lastIndexOf('.');
    String name = plainName.substring(0, dot) + "." + hash(plain) + plainName.substring(dot);
    return new Asset(name, source.contentType(), plain, gzip(plain));
  }

  /** Puts the vendor's rules into a layer below ours, so that ours win without a fight. */
  private static String layered(String css) {
    return "@layer vendor{" + css.replace("@charset \"UTF-8\";", "") + "}";
  }

  private static String read(String part) {
    try (InputStream in = Assets.class.getResourceAsStream("/static/" + part)) {
      if (in == null) {
        throw new IllegalStateException("no resource static/" + part);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new Strongest(bytes)) {
      out.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private record Source(String contentType, List<String> parts) {}

  private static final class Strongest extends GZIPOutputStream {
    Strongest(ByteArrayOutputStream out) throws IOException {
      super(out);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
