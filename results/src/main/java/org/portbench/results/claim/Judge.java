package org.portbench.results.claim;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.portbench.results.ClaimVerdict;
import org.portbench.results.Evidence;
import org.portbench.results.Robustness;
import org.portbench.results.RunResult;
import org.portbench.results.Verdict;
import org.portbench.results.claim.Finding.State;
import org.portbench.results.claim.Outcome.Compared;

/**
 * Holds the claims against the cells of a run, setting by setting: a claim holds where all settings
 * meet it, within limits where some do, and not where none does; settings that lack a cell decide
 * nothing. Cells whose layers touch the data are left to the claims that are about touching.
 */
public record Judge(List<Claim> claims) {

  public static Judge ofRegisteredClaims() {
    return new Judge(Claims.registered());
  }

  public List<ClaimVerdict> verdicts(RunResult run) {
    List<Setting> settings = Setting.of(run.cells());
    return claims.stream().map(claim -> verdict(claim, settings)).toList();
  }

  private ClaimVerdict verdict(Claim claim, List<Setting> settings) {
    if (claim.flips().isPresent()) {
      return new Flip(claim, claim(claim.flips().get())).verdict(settings);
    }
    List<Finding> findings =
        settings.stream()
            .filter(setting -> !setting.layersTouchData())
            .map(setting -> Finding.of(claim, setting))
            .toList();
    return new ClaimVerdict(
        claim.id(),
        claim.who(),
        claim.statement(),
        claim.headline(),
        decide(findings),
        Robustness.NOT_TESTED_YET,
        claim.metric(),
        claim.threshold(),
        new Limits(findings).conditions(),
        new Account(claim, findings).text(),
        details(claim, findings),
        evidence(findings));
  }

  private static List<String> details(Claim claim, List<Finding> findings) {
    List<String> details = new ArrayList<>();
    claim.repaired().ifPresent(what -> details.add("repaired since: " + what));
    details.addAll(new Account(claim, findings).details());
    details.addAll(new Limits(findings).details());
    return details;
  }

  private Claim claim(String id) {
    return claims.stream().filter(claim -> claim.id().equals(id)).findFirst().orElseThrow();
  }

  private static Verdict decide(List<Finding> findings) {
    boolean met = findings.stream().anyMatch(finding -> finding.state() == State.MET);
    boolean unmet = findings.stream().anyMatch(finding -> finding.state() == State.NOT_MET);
    if (met) {
      return unmet ? Verdict.HOLDS_WITHIN_LIMITS : Verdict.HOLDS;
    }
    return unmet ? Verdict.DOES_NOT_HOLD : Verdict.NOT_DECIDED;
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
