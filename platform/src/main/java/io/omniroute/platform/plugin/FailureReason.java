package io.omniroute.platform.plugin;

import java.lang.module.FindException;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ResolutionException;
import java.lang.reflect.InvocationTargetException;
import java.util.ServiceConfigurationError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.pf4j.PluginRuntimeException;

/** Says in one line why a plugin failed: the root cause, in words that help its author. */
final class FailureReason {

  private static final Pattern CLASS_VERSION = Pattern.compile("version (\\d+)\\.\\d+");
  private static final int FIRST_JAVA_CLASS_VERSION = 44;
  private static final int MAX_LENGTH = 400;

  private FailureReason() {}

  static String of(Throwable failure) {
    Throwable root = root(failure);
    String reason =
        switch (root) {
          case UnsupportedClassVersionError e -> newerJava(message(e));
          case NoClassDefFoundError e -> "misses the class " + className(message(e));
          case ClassNotFoundException e -> "misses the class " + className(message(e));
          case InvalidModuleDescriptorException e -> moduleDescriptor(message(e));
          case ZipException e -> "is no readable jar: " + message(e);
          case StackOverflowError ignored -> "recursed without end";
          case FindException e -> message(e);
          case ResolutionException e -> message(e);
          case LayerInstantiationException e -> message(e);
          case PluginRuntimeException e -> message(e);
          case PluginRefusedException e -> e.reason();
          case ServiceConfigurationError e -> message(e);
          default ->
              "failed with " + name(root) + (root.getMessage() == null ? "" : ": " + message(root));
        };
    return oneLine(reason);
  }

  private static Throwable root(Throwable failure) {
    Throwable current = failure;
    while (isWrapper(current) && current.getCause() != null) {
      current = current.getCause();
    }
    return current;
  }

  private static boolean isWrapper(Throwable failure) {
    return failure instanceof ServiceConfigurationError
        || failure instanceof ExceptionInInitializerError
        || failure instanceof InvocationTargetException
        || failure instanceof FindException
        || failure instanceof PluginRuntimeException
        || (failure instanceof NoClassDefFoundError
            && !(failure.getCause() instanceof ClassNotFoundException));
  }

  private static String newerJava(String message) {
    Matcher version = CLASS_VERSION.matcher(message);
    int needed = version.find() ? Integer.parseInt(version.group(1)) : 0;
    return "needs a newer Java: it is compiled for Java %d, this is Java %d"
        .formatted(needed - FIRST_JAVA_CLASS_VERSION, Runtime.version().feature());
  }

  private static String moduleDescriptor(String message) {
    return message.startsWith("Unsupported major.minor")
        ? newerJava(message)
        : "its module-info is not valid: " + message;
  }

  private static String className(String message) {
    return message.replace('/', '.');
  }

  private static String name(Throwable failure) {
    String name = failure.getClass().getSimpleName();
    return name.isEmpty() ? failure.getClass().getName() : name;
  }

  private static String message(Throwable failure) {
    String message = failure.getMessage();
    return message == null ? name(failure) : message;
  }

  private static String oneLine(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= MAX_LENGTH ? line : line.substring(0, MAX_LENGTH) + "…";
  }
}
