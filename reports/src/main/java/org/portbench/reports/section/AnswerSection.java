package org.portbench.reports.section;

import static java.util.stream.Collectors.joining;

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

/** The title and the answer: the claim that matters most and why; then the costs, the tally. */
public record AnswerSection(RunResult run, List<Comparison> comparisons) implements Section {
  /** That a stack in user space is almost as efficient as one in the kernel. */
  private static final String CENTRAL_CLAIM = "D7";

  public static String title(RunResult run) {
    return run.experiment() + ": what it costs to pass I/O data on";
  }

  @Override
  public List<Block> render() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, title(run), "top"));
    blocks.add(new Block.Lead(Inline.text(answer())));
    List<String> rest =
        Stream.of(run.exact() ? costs() : "", tally())
            .filter(sentence -> !sentence.isEmpty())
            .toList();
    if (somethingPassed() && !rest.isEmpty()) {
      blocks.add(new Block.Paragraph(Inline.text(String.join(" ", rest))));
    }
    return blocks;
  }

  private String answer() {
    if (run.cells().isEmpty()) {
      return "No cell was run, so this run answers nothing.";
    }
    if (!somethingPassed()) {
      return "No cell passed, so this run answers nothing.";
    }
    if (!run.exact()) {
      return costs().isEmpty() ? "Nothing here can be compared with direct." : costs();
    }
    String claim = central().map(AnswerSection::words).orElse("");
    String why = named().findFirst().map(s -> new Reason(s, comparisons).words()).orElse("");
    String answer = (claim + " " + why).strip();
    return answer.isEmpty() ? "Nothing here can be compared with direct." : answer;
  }

  private boolean somethingPassed() {
    return comparisons.stream().flatMap(Comparison::passed).findAny().isPresent();
  }

  private String costs() {
    List<CostRange> ranges =
        named()
            .map(strategy -> CostRange.of(strategy, comparisons))
            .filter(range -> !range.isNone())
            .toList();
    return ranges.isEmpty()
        ? ""
        : "One I/O takes "
            + ranges.getFirst().words()
            + " the CPU time of "
            + (run.exact() ? "the in-kernel stack with " : "one process that does it all with ")
            + ranges.getFirst().strategy()
            + ranges.stream()
                .skip(1)
                .map(range -> ", " + range.words() + " with " + range.strategy())
                .collect(joining())
            + ".";
  }

  /** The strategies of the argument, or the first ones if it is about others. */
  private Stream<String> named() {
    List<String> contenders =
        Strategies.ordered(comparisons.stream().flatMap(Comparison::passed)).stream()
            .filter(Strategies::contender)
            .toList();
    List<String> central = Strategies.THE_ARGUMENT.stream().filter(contenders::contains).toList();
    return central.isEmpty()
        ? contenders.stream().limit(Strategies.THE_ARGUMENT.size())
        : central.stream();
  }

  private Optional<ClaimVerdict> central() {
    return run.claims().stream().filter(claim -> claim.id().equals(CENTRAL_CLAIM)).findFirst();
  }

  private static String words(ClaimVerdict claim) {
    String where =
        claim.verdict() == Verdict.HOLDS_WITHIN_LIMITS
            ? ": " + String.join(", ", claim.conditions())
            : "";
    return claim.who()
        + "’s main claim, that "
        + claim.headline()
        + " ("
        + claim.id()
        + "), "
        + Words.predicate(claim.verdict(), false)
        + where
        + ".";
  }

  private String tally() {
    List<Verdict> occurring =
        Arrays.stream(Verdict.values()).filter(verdict -> count(verdict) > 0).toList();
    int all = run.claims().size();
    if (all == 0) {
      return "";
    }
    return "Of "
        + all
        + (all == 1 ? " claim, " : " claims, ")
        + Words.listed(occurring, v -> count(v) + " " + Words.predicate(v, count(v) > 1))
        + ".";
  }

  private long count(Verdict verdict) {
    return run.claims().stream().filter(claim -> claim.verdict() == verdict).count();
  }
}
