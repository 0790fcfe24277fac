package org.portbench.harness.robust;

import java.util.ArrayList;
import java.util.List;
import org.portbench.results.claim.Standing;

/**
 * How a claim stands on the cells of a machine, all estimates as they are.
 *
 * @param full on the cells of the run
 * @param lean on those of the study
 */
record OnMachine(Standing full, Standing lean) {

  /** Workloads that the lean cells judge otherwise. */
  List<String> judgedOtherwise() {
    List<String> otherwise = new ArrayList<>(gained(full, lean));
    otherwise.addAll(gained(lean, full));
    return otherwise;
  }

  int judged() {
    return lean.met().size() + lean.unmet().size();
  }

  /** The workloads that meet the claim only now. */
  static List<String> gained(Standing before, Standing now) {
    return now.met().stream().filter(name -> !before.met().contains(name)).toList();
  }
}
