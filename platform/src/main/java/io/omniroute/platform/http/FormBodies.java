package io.omniroute.platform.http;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.platform.web.Form;
import io.undertow.server.DefaultByteBufferPool;
import io.undertow.util.MalformedMessageException;
import io.undertow.util.MultipartParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads the bodies that browsers send for forms: url-encoded (WHATWG URL 5) and multipart (RFC
 * 7578).
 */
final class FormBodies {

  private static final int MOST_FIELDS = 1000;
  private static final int BUFFER = 16 * 1024;

  private FormBodies() {}

  /**
   * Reads a form.
   *
   * @throws GatewayException {@code INVALID_REQUEST} where the body is none
   */
  static Form parse(String contentType, byte[] body) {
    String type = contentType.toLowerCase(Locale.ROOT);
    if (type.startsWith("application/x-www-form-urlencoded")) {
      return urlEncoded(new String(body, StandardCharsets.UTF_8));
    }
    if (type.startsWith("multipart/form-data")) {
      return multipart(contentType, body);
    }
    return Form.EMPTY;
  }

  private static Form urlEncoded(String text) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    String[] pairs = text.isEmpty() ? new String[0] : text.split("&", MOST_FIELDS + 1);
    if (pairs.length > MOST_FIELDS) {
      throw wrong("the form has too many fields");
    }
    for (String pair : pairs) {
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      fields.computeIfAbsent(decode(name), ignored -> new ArrayList<>()).add(decode(value));
    }
    return new Form(fields, Map.of());
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw wrong("the form is not url-encoded");
    }
  }

  private static Form multipart(String contentType, byte[] body) {
    String boundary =
        io.undertow.util.Headers.extractQuotedValueFromHeader(contentType, "boundary");
    if (boundary == null) {
      throw wrong("the form names no boundary");
    }
    Collector parts = new Collector();
    try (DefaultByteBufferPool pool = new DefaultByteBufferPool(false, BUFFER, 2, 0)) {
      MultipartParser.ParseState state =
          MultipartParser.beginParse(
              pool,
              parts,
              boundary.getBytes(StandardCharsets.UTF_8),
              StandardCharsets.UTF_8.name());
      state.parse(ByteBuffer.wrap(body));
      if (!state.isComplete()) {
        throw wrong("the form is cut off");
      }
    } catch (MalformedMessageException e) {
      throw wrong("the form is not multipart");
    } catch (IOException e) {
      throw wrong("the form cannot be read");
    }
    return new Form(parts.fields, parts.files);
  }

  private static GatewayException wrong(String message) {
    return new GatewayException(ErrorCode.INVALID_REQUEST, message);
  }

  private static final class Collector implements MultipartParser.PartHandler {

    final Map<String, List<String>> fields = new LinkedHashMap<>();
    final Map<String, Form.Upload> files = new LinkedHashMap<>();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private String name = "";
    private String fileName = "";
    private boolean file;

    @Override
    public void beginPart(io.undertow.util.HeaderMap headers) {
      String disposition = headers.getFirst(io.undertow.util.Headers.CONTENT_DISPOSITION);
      String given = disposition == null ? null : quoted(disposition, "name");
      String upload = disposition == null ? null : quoted(disposition, "filename");
      name = given == null ? "" : given;
      file = upload != null;
      fileName = upload == null ? "" : baseName(upload);
      content.reset();
      if (fields.size() + files.size() > MOST_FIELDS) {
        throw wrong("the form has too many fields");
      }
    }

    @Override
    public void data(ByteBuffer buffer) {
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      content.writeBytes(bytes);
    }

    @Override
    public void endPart() {
      if (file) {
        files.put(name, new Form.Upload(fileName, content.toByteArray()));
      } else {
        fields
            .computeIfAbsent(name, ignored -> new ArrayList<>())
            .add(content.toString(StandardCharsets.UTF_8));
      }
    }

    private static String quoted(String header, String key) {
      return io.undertow.util.Headers.extractQuotedValueFromHeaderWithEncoding(header, key);
    }

    private static String baseName(String path) {
      return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }
  }
}
