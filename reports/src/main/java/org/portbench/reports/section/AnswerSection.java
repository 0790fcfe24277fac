package org.portbench.reports.section;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portbench.reports.compare.Comparison;
import org.portbench.reports.compare.Strategies;
import org.portbench.reports.page.Block;
import org.portbench.reports.page.Inline;
import org.portbench.reports.page.Section;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.RunResult;
import org.portbench.results.Verdict;

/** The title and the answer in one sentence: the claim that matters most, the costs, the tally. */
public record AnswerSection(RunResult run, List<Comparison> comparisons) implements Section {
  /** That a stack in user space is almost as efficient as one in the kernel. */
  private static final String CENTRAL_CLAIM = "D7";

  private static final List<String> THE_ARGUMENT = List.of("vm-object", "mach-3", "copy");

  public static String title(RunResult run) {
    return run.experiment() + ": what it costs to pass I/O data on";
  }

  @Override
  public List<Block> render() {
    return List.of(
        new Block.Heading(1, title(run), "top"),
        new Block.Lead(Inline.text(String.join("; ", parts()) + ".")));
  }

  private List<String> parts() {
    if (run.cells().isEmpty()) {
      return List.of("No cell was run, so this run answers nothing");
    }
    if (comparisons.stream().flatMap(Comparison::passed).findAny().isEmpty()) {
      return List.of("No cell passed, so this run answers nothing");
    }
    List<String> parts = new ArrayList<>();
    String costs = costs();
    String claim = central().map(AnswerSection::words).orElse("");
    if (!claim.isEmpty() || !costs.isEmpty()) {
      parts.add(claim.isEmpty() || costs.isEmpty() ? claim + costs : claim + ": " + costs);
    }
    if (!run.claims().isEmpty()) {
      parts.add(tally());
    }
    return parts.isEmpty() ? List.of("Nothing here can be compared with direct") : parts;
  }

  private String costs() {
    List<CostRange> ranges =
        named()
            .map(strategy -> CostRange.of(strategy, comparisons))
            .filter(range -> !range.isNone())
            .toList();
    return ranges.isEmpty()
        ? ""
        : "in CPU time of the in-kernel stack, one I/O costs "
            + Words.listed(ranges, range -> range.words() + " with " + range.strategy());
  }

  /** The strategies of the argument, or the first ones if it is about others. */
  private Stream<String> named() {
    List<String> contenders =
        Strategies.ordered(comparisons.stream().flatMap(Comparison::passed)).stream()
            .filter(Strategies::contender)
            .toList();
    List<String> central = THE_ARGUMENT.stream().filter(contenders::contains).toList();
    return central.isEmpty() ? contenders.stream().limit(THE_ARGUMENT.size()) : central.stream();
  }

  private Optional<ClaimVerdict> central() {
    return run.claims().stream().filter(claim -> claim.id().equals(CENTRAL_CLAIM)).findFirst();
  }

  private static String words(ClaimVerdict claim) {
    return claim.who()
        + "’s main claim, “"
        + claim.statement().strip().replaceAll("[.]$", "")
        + "” ("
        + claim.id()
        + "), "
        + Words.predicate(claim.verdict(), false);
  }

  private String tally() {
    List<Verdict> occurring =
        Arrays.stream(Verdict.values()).filter(verdict -> count(verdict) > 0).toList();
    int all = run.claims().size();
    return "of "
        + all
        + (all == 1 ? " claim, " : " claims, ")
        + Words.listed(occurring, v -> count(v) + " " + Words.predicate(v, count(v) > 1));
  }

  private long count(Verdict verdict) {
    return run.claims().stream().filter(claim -> claim.verdict() == verdict).count();
  }
}
