package io.omniroute.dashboard.preview;

import io.omniroute.platform.web.Form;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Just enough of multipart for the preview. */
final class Multipart {

  private static final Pattern NAME = Pattern.compile("; name=\"([^\"]*)\"");
  private static final Pattern FILE = Pattern.compile("filename=\"([^\"]*)\"");

  private Multipart() {}

  static Form read(String type, String body) {
    String boundary = "--" + type.replaceFirst(".*boundary=", "");
    Map<String, List<String>> fields = new LinkedHashMap<>();
    Map<String, Form.Upload> files = new LinkedHashMap<>();
    for (String part : body.split(Pattern.quote(boundary))) {
      int head = part.indexOf("\r\n\r\n");
      Matcher name = NAME.matcher(part);
      if (head > 0 && name.find()) {
        String content = part.substring(head + 4, part.length() - 2);
        Matcher file = FILE.matcher(part.substring(0, head));
        if (file.find()) {
          byte[] bytes = content.getBytes(StandardCharsets.ISO_8859_1);
          files.put(name.group(1), new Form.Upload(file.group(1), bytes));
        } else {
          fields.put(name.group(1), List.of(content));
        }
      }
    }
    return new Form(fields, files);
  }
}
