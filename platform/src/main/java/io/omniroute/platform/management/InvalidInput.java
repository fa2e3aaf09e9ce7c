package io.omniroute.platform.management;

import io.omniroute.api.ErrorCode;
import io.omniroute.api.GatewayException;
import io.omniroute.api.config.ConfigProblem;
import java.util.List;

/** Input that is wrong in one or more fields; nothing was changed. */
public final class InvalidInput extends GatewayException {

  private static final long serialVersionUID = 1L;

  private final transient List<ConfigProblem> problems;

  /** Input with these faults, at least one. */
  public InvalidInput(List<ConfigProblem> problems) {
    super(ErrorCode.INVALID_REQUEST, sentence(problems));
    this.problems = List.copyOf(problems);
  }

  /** Input with one fault. */
  public InvalidInput(String field, String message) {
    this(List.of(new ConfigProblem(field, message)));
  }

  /** Every fault, each naming its field. */
  public List<ConfigProblem> problems() {
    return problems == null ? List.of() : problems;
  }

  private static String sentence(List<ConfigProblem> problems) {
    return String.join(
        "; ", problems.stream().map(problem -> problem.field() + " " + problem.message()).toList());
  }
}
