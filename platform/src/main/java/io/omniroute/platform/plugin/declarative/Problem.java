package io.omniroute.platform.plugin.declarative;

/**
 * Something wrong in a file.
 *
 * @param line the line, from 1
 * @param key the path of the key, such as {@code models[2].price.input}; empty for the whole file
 * @param message what is wrong, to be read behind the key
 */
public record Problem(int line, String key, String message) {

  /** The problem in one line that begins with the file's name. */
  public String in(String fileName) {
    return fileName + ":" + line + ": " + (key.isEmpty() ? message : key + " " + message);
  }
}
