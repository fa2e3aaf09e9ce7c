package io.omniroute.platform.plugin.declarative;

import java.util.List;

/** A file describes no provider. Its message is one line: the first problem and how many follow. */
public final class DescriptorException extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<String> problems;

  DescriptorException(String fileName, List<Problem> problems) {
    this(problems.stream().map(problem -> problem.in(fileName)).toList());
  }

  private DescriptorException(List<String> problems) {
    super(summary(problems));
    this.problems = List.copyOf(problems);
  }

  /** Every problem in one line that names file, line and key. */
  public List<String> problems() {
    return problems;
  }

  /** The message, never null. */
  public String summary() {
    return summary(problems);
  }

  private static String summary(List<String> problems) {
    return switch (problems.size()) {
      case 1 -> problems.getFirst();
      case 2 -> problems.getFirst() + " (and one more problem)";
      default -> problems.getFirst() + " (and " + (problems.size() - 1) + " more problems)";
    };
  }
}
