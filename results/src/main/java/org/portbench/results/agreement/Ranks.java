package org.portbench.results.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Kendall's tau of strategies: pairs that both tiers put in the same order, less those that they
 * put in opposite ones, of all that the measurement decides. It does not decide a pair that lies no
 * further apart than either's repetitions do: those are counted apart.
 *
 * @param undecided pairs that the measurement does not decide
 * @param tiedInModel pairs that it decides and for which the model says the same
 */
public record Ranks(int concordant, int discordant, int tiedInModel, int undecided) {

  /** Of the strategies of one spot and size. */
  public static Ranks of(List<ComparedCell> cells) {
    List<ComparedCell> compared = cells.stream().filter(ComparedCell::compared).toList();
    int concordant = 0;
    int discordant = 0;
    int tied = 0;
    int undecided = 0;
    for (int i = 0; i < compared.size(); i++) {
      for (int j = i + 1; j < compared.size(); j++) {
        int measured = measuredOrder(compared.get(i), compared.get(j));
        int predicted =
            Long.compare(
                compared.get(i).predictedNs().orElseThrow(),
                compared.get(j).predictedNs().orElseThrow());
        if (measured == 0) {
          undecided++;
        } else if (predicted == 0) {
          tied++;
        } else if (measured == predicted) {
          concordant++;
        } else {
          discordant++;
        }
      }
    }
    return new Ranks(concordant, discordant, tied, undecided);
  }

  /** Which of two takes longer, or 0 where they lie too near. */
  static int measuredOrder(ComparedCell one, ComparedCell other) {
    Measured a = one.measured().orElseThrow();
    Measured b = other.measured().orElseThrow();
    long apart = Math.abs(a.ns() - b.ns());
    return apart > a.spreadNs() && apart > b.spreadNs() ? Long.compare(a.ns(), b.ns()) : 0;
  }

  /** All pairs together. */
  public static Ranks sum(Collection<Ranks> all) {
    return all.stream()
        .reduce(
            new Ranks(0, 0, 0, 0),
            (a, b) ->
                new Ranks(
                    a.concordant + b.concordant,
                    a.discordant + b.discordant,
                    a.tiedInModel + b.tiedInModel,
                    a.undecided + b.undecided));
  }

  /** Pairs that the measurement decides. */
  public int decided() {
    return concordant + discordant + tiedInModel;
  }

  /** From -1 to 1; none where nothing is decided. */
  public Optional<BigDecimal> tau() {
    return decided() == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(concordant - discordant)
                .divide(BigDecimal.valueOf(decided()), 2, RoundingMode.HALF_UP));
  }
}
