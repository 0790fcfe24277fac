package org.portbench.results.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A claim of 2003 by the CPU time of two strategies, in the model and on the machine.
 *
 * @param threshold that the ratio of the first to the second has to keep to
 * @param above whether it has to be above it, not below
 */
public record ClaimCheck(
    String id,
    String says,
    String first,
    String second,
    Spot spot,
    double threshold,
    boolean above,
    List<Step> steps) {

  /** CPU time of the first strategy by that of the second. */
  public record Step(long sizeBytes, double predicted, double measured) {}

  /** A claim before anybody has looked. */
  private record Question(
      String id,
      String says,
      String first,
      String second,
      String device,
      String operation,
      double threshold,
      boolean above) {}

  private static final List<Question> QUESTIONS =
      List.of(
          new Question(
              "L2",
              "unless pages are passed, all data is copied in and out of the kernel, which costs"
                  + " more",
              "copy",
              "vm-object",
              "sink-header",
              "write",
              1.1,
              true),
          new Question(
              "D3",
              "Mach presumes fairly expensive mapping, which can be avoided",
              "mach-3",
              "vm-object",
              "sink-header",
              "write",
              1.1,
              true),
          new Question(
              "D4",
              "the device works from an object's pages, without anyone mapping it, for no more",
              "vm-object",
              "fd",
              "file",
              "write",
              1.0,
              false),
          new Question(
              "D7",
              "a stack in user space is almost as efficient as one in the kernel: within 10 %",
              "vm-object",
              "direct",
              "file",
              "write",
              1.1,
              false));

  public ClaimCheck {
    steps = List.copyOf(steps);
  }

  /** Those that the cells say something about. */
  public static List<ClaimCheck> of(Agreement agreement) {
    List<ClaimCheck> checks = new ArrayList<>();
    for (Question question : QUESTIONS) {
      agreement
          .bySpot()
          .forEach((spot, cells) -> {
            if (spot.device().equals(question.device)
                && spot.operation().equals(question.operation)) {
              check(question, spot, cells).ifPresent(checks::add);
            }
          });
    }
    return checks;
  }

  private static Optional<ClaimCheck> check(
      Question question, Spot spot, List<ComparedCell> cells) {
    List<Step> steps = new ArrayList<>();
    for (ComparedCell first : cells) {
      for (ComparedCell second : cells) {
        if (first.strategy().equals(question.first)
            && second.strategy().equals(question.second)
            && first.sizeBytes() == second.sizeBytes()
            && first.cpuErrorPercent().isPresent()
            && second.cpuErrorPercent().isPresent()) {
          steps.add(step(first, second));
        }
      }
    }
    return steps.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new ClaimCheck(
                question.id,
                question.says,
                question.first,
                question.second,
                spot,
                question.threshold,
                question.above,
                steps));
  }

  private static Step step(ComparedCell first, ComparedCell second) {
    return new Step(
        first.sizeBytes(),
        (double) first.predictedCpuNs().orElseThrow() / second.predictedCpuNs().orElseThrow(),
        (double) first.measured().orElseThrow().cpuNs() / second.measured().orElseThrow().cpuNs());
  }

  /** At which sizes it holds in the model. */
  public List<Long> predictedSizes() {
    return sizes(Step::predicted);
  }

  /** At which sizes it holds on the machine. */
  public List<Long> measuredSizes() {
    return sizes(Step::measured);
  }

  private List<Long> sizes(ToDoubleFunction<Step> ratio) {
    return steps.stream()
        .filter(step -> holds(ratio.applyAsDouble(step)))
        .map(Step::sizeBytes)
        .toList();
  }

  private boolean holds(double ratio) {
    return above ? ratio > threshold : ratio <= threshold;
  }

  /** Whether both tiers say the same at every size. */
  public boolean agrees() {
    return predictedSizes().equals(measuredSizes());
  }
}
