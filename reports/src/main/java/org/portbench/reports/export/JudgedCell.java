package org.portbench.reports.export;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A cell and what became of it.
 *
 * @param name unlike that of any other cell judged with it
 * @param message why, in one line
 * @param details more lines, for who wants to know
 * @param size of the trouble, to say which of two is worse
 * @param seconds that it took, where there is such a time
 */
public record JudgedCell(
    String name,
    Judgement judgement,
    String message,
    List<String> details,
    double size,
    OptionalDouble seconds) {
  static final Comparator<JudgedCell> WORST_FIRST =
      Comparator.comparing(JudgedCell::judgement)
          .thenComparing(Comparator.comparingDouble(JudgedCell::size).reversed())
          .thenComparing(JudgedCell::name);

  public JudgedCell {
    details = List.copyOf(details);
  }

  /** Where there is no more to say. */
  public static JudgedCell of(String name, Judgement judgement, String message) {
    return new JudgedCell(name, judgement, message, List.of(), 0, OptionalDouble.empty());
  }

  boolean passed() {
    return judgement == Judgement.PASSED;
  }
}
