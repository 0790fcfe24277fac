package org.portbench.results.claim;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.Evidence;
import org.portbench.results.Robustness;
import org.portbench.results.RunResult;
import org.portbench.results.Sensitivity;
import org.portbench.results.TrialResult;
import org.portbench.results.Verdict;
import org.portbench.results.claim.Finding.State;
import org.portbench.results.claim.Outcome.Compared;

/**
 * Holds the claims against the cells of a run, setting by setting: a claim holds where all settings
 * meet it, within limits where some do, and not where none does; settings that lack a cell decide
 * nothing. Cells whose layers touch the data are left to the claims that are about touching.
 */
public record Judge(List<Claim> claims) {
  private static final long PER_MILLE = 1000;

  public static Judge ofRegisteredClaims() {
    return new Judge(Claims.registered());
  }

  public List<ClaimVerdict> verdicts(RunResult run) {
    List<Setting> settings = Setting.of(run.cells());
    return claims.stream().map(claim -> verdict(claim, settings)).toList();
  }

  /** How each claim stands on these cells, by its id. */
  public SequencedMap<String, Standing> standings(List<TrialResult> cells) {
    List<Setting> settings = Setting.of(cells);
    SequencedMap<String, Standing> standings = new LinkedHashMap<>();
    claims.forEach(claim -> standings.put(claim.id(), standing(claim, settings)));
    return standings;
  }

  /** The strategies that the claims speak of. */
  public Set<String> strategies() {
    Set<String> named = new TreeSet<>();
    claims.forEach(claim -> named.addAll(claim.strategies()));
    return named;
  }

  private Standing standing(Claim claim, List<Setting> settings) {
    if (!claim.flips().isEmpty()) {
      return flip(claim).standing(settings);
    }
    List<Finding> findings = findings(claim, settings).stream().filter(Finding::judged).toList();
    return new Standing(
        claim.id(),
        true,
        names(findings, State.MET),
        names(findings, State.NOT_MET),
        claim.leading().isEmpty()
            ? OptionalLong.empty()
            : median(findings, claim.leading().getAsInt()));
  }

  private static List<String> names(List<Finding> findings, State state) {
    boolean severalStacks = Places.among(findings).severalStacks();
    return findings.stream()
        .filter(finding -> finding.state() == state)
        .map(finding -> finding.setting().key())
        .map(key -> key.workload() + (severalStacks ? " (" + key.stack() + ")" : ""))
        .toList();
  }

  /** Of two in the middle, what lies between them. */
  private static OptionalLong median(List<Finding> findings, int test) {
    long[] ratios =
        findings.stream()
            .map(finding -> finding.tests().get(test))
            .filter(seen -> seen.right().orElse(0) > 0)
            .mapToLong(seen -> perMille(seen.left(), seen.right().getAsLong()))
            .sorted()
            .toArray();
    int middle = ratios.length / 2;
    return ratios.length == 0
        ? OptionalLong.empty()
        : LongStream.of(
                ratios.length % 2 == 1 ? ratios[middle] : mean(ratios[middle - 1], ratios[middle]))
            .findFirst();
  }

  private static long mean(long a, long b) {
    return Math.floorDiv(Math.addExact(a, b), 2);
  }

  private static long perMille(long left, long right) {
    return Math.floorDiv(Math.multiplyExact(left, PER_MILLE) + right / 2, right);
  }

  private ClaimVerdict verdict(Claim claim, List<Setting> settings) {
    if (!claim.flips().isEmpty()) {
      return flip(claim).verdict(settings);
    }
    List<Finding> findings = findings(claim, settings);
    return new ClaimVerdict(
        claim.id(),
        claim.who(),
        claim.statement(),
        claim.headline(),
        decide(findings),
        Robustness.NOT_TESTED_YET,
        Sensitivity.NONE,
        claim.metric(),
        claim.threshold(),
        new Limits(findings).conditions(),
        new Account(claim, findings).text(),
        details(claim, findings),
        claim.fair().orElse(""),
        evidence(findings));
  }

  private static List<Finding> findings(Claim claim, List<Setting> settings) {
    return settings.stream()
        .filter(setting -> !setting.layersTouchData())
        .map(setting -> Finding.of(claim, setting))
        .toList();
  }

  private static List<String> details(Claim claim, List<Finding> findings) {
    List<String> details = new ArrayList<>();
    claim.repaired().ifPresent(what -> details.add("repaired since: " + what));
    details.addAll(new Account(claim, findings).details());
    details.addAll(new Limits(findings).details());
    return details;
  }

  private Flip flip(Claim claim) {
    return new Flip(claim, claim.flips().stream().map(this::claim).toList());
  }

  /** What is watched of a claim when estimates change, in words; empty where there is no ratio. */
  public String figure(String id) {
    return claim(id).figure();
  }

  private Claim claim(String id) {
    return claims.stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow();
  }

  private static Verdict decide(List<Finding> findings) {
    Standing all =
        new Standing(
            "",
            true,
            names(findings, State.MET),
            names(findings, State.NOT_MET),
            OptionalLong.empty());
    return Standing.together(List.of(all));
  }

  static List<Evidence> evidence(List<Finding> findings) {
    Set<Evidence> numbers = new LinkedHashSet<>();
    for (Finding finding : findings) {
      for (Compared test : finding.tests()) {
        numbers.addAll(test.evidence());
      }
      finding.also().forEach(shown -> shown.ifPresent(c -> numbers.addAll(c.evidence())));
    }
    return List.copyOf(numbers);
  }
}
