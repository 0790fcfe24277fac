package org.portbench.harness.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portbench.hardware.cost.Nearest;
import org.portbench.harness.experiment.Knob;

/**
 * Reads a formula: numbers, {@code + - * /}, parentheses, {@code METRIC(run)}, {@code METRIC(run,
 * size)} of a run with several sizes, and {@code crossover(run, run)} or {@code crossover(run, run,
 * METRIC)}.
 */
final class FormulaText {
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
  private static final Pattern CALL = Pattern.compile("([A-Za-z][A-Za-z0-9_.]*)\\s*\\(([^()]*)\\)");
  private static final String CROSSOVER = "crossover";

  private final String text;
  private final Map<String, List<Long>> runs;
  private final String where;
  private final Function<String, RuntimeException> error;
  private int at;

  /**
   * @param runs the sizes that each run names
   * @param where what a message about a size begins with
   */
  FormulaText(
      String text,
      Map<String, List<Long>> runs,
      String where,
      Function<String, RuntimeException> error) {
    this.text = text;
    this.runs = runs;
    this.where = where;
    this.error = error;
  }

  Formula read() {
    Formula formula = sum();
    if (!rest().isEmpty()) {
      throw error.apply("'" + rest() + "' is too much; a sign is missing before it");
    }
    return formula;
  }

  private Formula sum() {
    Formula left = product();
    while (next("+") || next("-")) {
      char sign = text.charAt(at - 1);
      Formula right = product();
      if (!left.dimension().equals(right.dimension())) {
        throw error.apply(
            "%s %c %s cannot be worked out"
                .formatted(left.dimension().words(), sign, right.dimension().words()));
      }
      left = new Formula.Binary(sign, left, right);
    }
    return left;
  }

  private Formula product() {
    Formula left = factor();
    while (next("*") || next("/")) {
      char sign = text.charAt(at - 1);
      left = new Formula.Binary(sign, left, factor());
    }
    return left;
  }

  private Formula factor() {
    if (next("(")) {
      Formula inner = sum();
      if (!next(")")) {
        throw error.apply("a parenthesis is not closed");
      }
      return inner;
    }
    Matcher number = matcher(NUMBER);
    if (number.lookingAt()) {
      at = number.end();
      return new Formula.Constant(Double.parseDouble(number.group()));
    }
    Matcher call = matcher(CALL);
    if (call.lookingAt()) {
      at = call.end();
      return call(call.group(1), List.of(call.group(2).split("\\s*,\\s*", -1)));
    }
    String rest = rest();
    throw error.apply(
        (rest.isEmpty() ? "something is missing at the end" : "'" + rest + "' is no number")
            + "; write a number, METRIC(run) or (...)");
  }

  private Formula call(String name, List<String> arguments) {
    List<String> given = arguments.stream().map(String::strip).toList();
    if (name.equals(CROSSOVER)) {
      return crossover(given);
    }
    if (given.size() > 2) {
      throw error.apply(name + " takes a run, and a size where the run has several");
    }
    String run = known(given.getFirst());
    return new Formula.Reading(metric(name), run, size(run, given));
  }

  private Formula crossover(List<String> given) {
    if (given.size() < 2 || given.size() > 3) {
      throw error.apply("crossover takes two runs, and a metric where it is not CPU time");
    }
    List<Long> common = new ArrayList<>(runs.get(known(given.get(0))));
    common.retainAll(runs.get(known(given.get(1))));
    if (common.size() < 2) {
      throw error.apply("crossover needs two runs with two sizes or more in common");
    }
    Metric by = given.size() == 3 ? metric(given.get(2)) : Metric.CPU;
    return new Formula.Crossover(given.get(0), given.get(1), by);
  }

  private OptionalLong size(String run, List<String> given) {
    List<Long> sizes = runs.get(run);
    if (given.size() == 1) {
      if (sizes.size() > 1) {
        throw error.apply(run + " has several sizes; write METRIC(" + run + ", SIZE)");
      }
      return OptionalLong.empty();
    }
    long size = new Knob(where).size(given.get(1));
    if (!sizes.contains(size)) {
      throw error.apply(run + " has no size " + given.get(1) + "; its sizes are " + sizes);
    }
    return OptionalLong.of(size);
  }

  private String known(String run) {
    if (!runs.containsKey(run)) {
      throw error.apply("unknown run '" + run + "'; " + Nearest.hint(run, runs.keySet()));
    }
    return run;
  }

  private Metric metric(String name) {
    return Metric.named(name)
        .orElseThrow(() ->
            error.apply("unknown metric '" + name + "'; " + Nearest.hint(name, Metric.names())));
  }

  private boolean next(String sign) {
    if (rest().startsWith(sign)) {
      at = text.length() - rest().length() + 1;
      return true;
    }
    return false;
  }

  private Matcher matcher(Pattern pattern) {
    at = text.length() - rest().length();
    return pattern.matcher(text).region(at, text.length());
  }

  private String rest() {
    return text.substring(at).stripLeading();
  }
}
