package io.omniroute.platform.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A path with variables: {@code {name}} takes one segment, a last {@code {name*}} takes the rest.
 * Ordered from the most literal to the least.
 */
final class PathTemplate implements Comparable<PathTemplate> {

  private final List<Segment> segments;
  private final boolean open;

  private PathTemplate(List<Segment> segments, boolean open) {
    this.segments = segments;
    this.open = open;
  }

  static PathTemplate of(String path) {
    List<Segment> segments = new ArrayList<>();
    boolean open = false;
    for (String text : path.substring(1).split("/", -1)) {
      if (open) {
        throw new IllegalArgumentException("a variable for the rest must be the last: " + path);
      }
      boolean variable = text.startsWith("{") && text.endsWith("}");
      open = variable && text.endsWith("*}");
      int end = text.length() - (open ? 2 : 1);
      segments.add(new Segment(variable ? text.substring(1, end) : text, variable));
    }
    return new PathTemplate(List.copyOf(segments), open);
  }

  /** The variables, or null where the path is another one. */
  @Nullable Map<String, String> match(String path) {
    Map<String, String> variables = new LinkedHashMap<>();
    int position = 1;
    for (int i = 0; i < segments.size(); i++) {
      if (position > path.length()) {
        return null;
      }
      boolean last = i == segments.size() - 1;
      int slash = last && open ? -1 : path.indexOf('/', position);
      int end = slash < 0 ? path.length() : slash;
      String text = path.substring(position, end);
      Segment segment = segments.get(i);
      if (segment.variable ? text.isEmpty() : !text.equals(segment.text)) {
        return null;
      }
      if (segment.variable) {
        variables.put(segment.text, text);
      }
      position = end + 1;
    }
    return position > path.length() ? variables : null;
  }

  @Override
  public int compareTo(PathTemplate other) {
    int common = Math.min(segments.size(), other.segments.size());
    for (int i = 0; i < common; i++) {
      int literalFirst = Boolean.compare(segments.get(i).variable, other.segments.get(i).variable);
      if (literalFirst != 0) {
        return literalFirst;
      }
    }
    int closedFirst = Boolean.compare(open, other.open);
    return closedFirst != 0 ? closedFirst : other.segments.size() - segments.size();
  }

  private record Segment(String text, boolean variable) {}
}
