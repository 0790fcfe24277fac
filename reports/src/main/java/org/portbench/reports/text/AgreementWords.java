package org.portbench.reports.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portbench.results.agreement.Agreement;
import org.portbench.results.agreement.ClaimCheck;
import org.portbench.results.agreement.Crossing;
import org.portbench.results.agreement.Ranks;

/** What an agreement comes to, in sentences. */
public record AgreementWords(Agreement agreement) {

  public String answer() {
    Ranks ranks = agreement.ranks();
    long met = agreement.crossings().stream().filter(Crossing::met).count();
    long open = agreement.crossings().stream().filter(c -> !c.met() && !c.decided()).count();
    return "Over %d cells of %d the median error of latency is %s, of CPU time %s."
            .formatted(
                agreement.compared(),
                agreement.cells().size(),
                percent(agreement.medianErrorPercent()),
                percent(agreement.medianCpuErrorPercent()))
        + " Ranks of strategies within a size and stack: Kendall's tau is %s over %d pairs that the measurement decides (%d in the same order, %d in the opposite, %d alike in the model); it does not decide %d more."
            .formatted(
                tau(ranks),
                ranks.decided(),
                ranks.concordant(),
                ranks.discordant(),
                ranks.tiedInModel(),
                ranks.undecided())
        + " Of %d crossovers %d lie within one power of two; %d of the others the measurement does not decide."
            .formatted(agreement.crossings().size(), met, open);
  }

  /** What the tiers say differently, the gravest first. */
  public List<String> disagreements() {
    List<String> lines = new ArrayList<>();
    for (ClaimCheck check : ClaimCheck.of(agreement)) {
      if (!check.agrees()) {
        lines.add(
            "%s, %s: in the model it holds %s, here %s."
                .formatted(
                    check.id(),
                    check.spot().words(),
                    sizes(check, check.predictedSizes()),
                    sizes(check, check.measuredSizes())));
      }
    }
    agreement
        .ranksBySpot()
        .forEach((spot, ranks) -> {
          if (ranks.discordant() > 0) {
            lines.add(
                "%s: %d of %d pairs of strategies are in the opposite order."
                    .formatted(spot.words(), ranks.discordant(), ranks.decided()));
          }
        });
    return lines;
  }

  public static String sizes(ClaimCheck check, List<Long> sizes) {
    if (sizes.isEmpty()) {
      return "at no size";
    }
    return sizes.size() == check.steps().size()
        ? "at every size"
        : "at "
            + sizes.stream()
                .map(bytes -> Quantities.bytes((double) bytes))
                .collect(Collectors.joining(", "));
  }

  public static String tau(Ranks ranks) {
    return ranks.tau().map(BigDecimal::toPlainString).orElse(Quantities.ABSENT);
  }

  public static String percent(Optional<BigDecimal> percent) {
    return percent.map(value -> Math.round(value.doubleValue()) + " %").orElse(Quantities.ABSENT);
  }
}
