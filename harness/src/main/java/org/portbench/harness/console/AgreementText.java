package org.portbench.harness.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portbench.reports.text.AgreementWords;
import org.portbench.reports.text.Quantities;
import org.portbench.results.agreement.Agreement;
import org.portbench.results.agreement.ClaimCheck;
import org.portbench.results.agreement.ComparedCell;
import org.portbench.results.agreement.Crossing;
import org.portbench.results.agreement.Measured;

/**
 * How far the model is from this machine, cell by cell and over all.
 *
 * @param directory as the user may name it
 */
public record AgreementText(Agreement agreement, String directory, Ink ink) {

  public String text() {
    AgreementWords words = new AgreementWords(agreement);
    List<String> lines = new ArrayList<>();
    words.disagreements().forEach(line -> lines.add(ink.bad("disagree: ") + line));
    agreement
        .bySpot()
        .forEach((spot, cells) -> {
          lines.add("");
          lines.add(
              ink.bold(spot.words())
                  + "  median error "
                  + AgreementWords.percent(Agreement.medianError(cells, ComparedCell::errorPercent))
                  + ", tau "
                  + AgreementWords.tau(agreement.ranksBySpot().get(spot)));
          lines.addAll(table(cells));
        });
    lines.add("");
    lines.addAll(crossovers());
    lines.addAll(claims());
    lines.add(words.answer());
    lines.add("The report: " + ink.bold(directory + "/validate.html"));
    return String.join("\n", lines).strip();
  }

  private static List<String> table(List<ComparedCell> cells) {
    TextTable table = new TextTable("lrrrrrrrl");
    table.row("", "size", "model", "measured", "spread", "error", "CPU model", "measured", "");
    for (ComparedCell cell : cells) {
      table.row(
          cell.strategy(),
          Quantities.bytes((double) cell.sizeBytes()),
          time(cell.predictedNs()),
          time(cell.measured().map(Measured::ns)),
          time(cell.measured().map(Measured::spreadNs)),
          AgreementWords.percent(cell.errorPercent()),
          time(cell.predictedCpuNs()),
          time(cell.measured().map(Measured::cpuNs)),
          cell.why());
    }
    return table.lines();
  }

  private List<String> crossovers() {
    TextTable table = new TextTable("llllrrl");
    for (Crossing crossing : agreement.crossings()) {
      table.row(
          "crossover",
          crossing.cheaperAbove() + " above",
          crossing.cheaperBelow() + " below",
          crossing.spot().words(),
          bytes(crossing.predictedBytes()),
          bytes(crossing.measuredBytes()),
          crossing.met() ? "met" : crossing.decided() ? "missed" : "missed, within the spread");
    }
    return table.lines();
  }

  private List<String> claims() {
    TextTable table = new TextTable("lllll");
    for (ClaimCheck check : ClaimCheck.of(agreement)) {
      table.row(
          "claim " + check.id(),
          check.spot().words(),
          "model " + AgreementWords.sizes(check, check.predictedSizes()),
          "here " + AgreementWords.sizes(check, check.measuredSizes()),
          check.agrees() ? "" : "disagree");
    }
    return table.lines();
  }

  private static String bytes(Optional<Long> bytes) {
    return bytes.map(size -> Quantities.bytes((double) size)).orElse("none");
  }

  private static String time(Optional<Long> ns) {
    return ns.map(Quantities::time).orElse(Quantities.ABSENT);
  }
}
