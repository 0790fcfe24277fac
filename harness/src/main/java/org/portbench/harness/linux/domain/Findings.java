package org.portbench.harness.linux.domain;

import org.portbench.harness.linux.device.Checks;
import org.portbench.harness.linux.sys.Usage;

/**
 * What a domain has to say after a repetition.
 *
 * @param used by its hop thread while requests were measured
 * @param elapsedNs the same in time that has passed; told by the client
 * @param ownNs the client's part of it in which it wrote and looked at its own data
 * @param left how many descriptors and mapped objects it has more than before
 */
public record Findings(
    Usage used, long elapsedNs, long ownNs, long checkedBytes, long mismatches, long left) {

  static final String VERB = "done";

  static Findings of(Usage used, long elapsedNs, long ownNs, Checks checks) {
    return new Findings(used, elapsedNs, ownNs, checks.bytes(), checks.mismatches(), 0);
  }

  Words words() {
    return new Words(VERB)
        .with("cpuNs", used.cpuNs())
        .with("processCpuNs", used.processCpuNs())
        .with("systemNs", used.systemNs())
        .with("minorFaults", used.minorFaults())
        .with("voluntarySwitches", used.voluntarySwitches())
        .with("involuntarySwitches", used.involuntarySwitches())
        .with("elapsedNs", elapsedNs)
        .with("ownNs", ownNs)
        .with("checkedBytes", checkedBytes)
        .with("mismatches", mismatches);
  }

  public static Findings of(Words words) {
    return new Findings(
        new Usage(
            words.number("cpuNs"),
            words.number("processCpuNs"),
            words.number("systemNs"),
            words.number("minorFaults"),
            words.number("voluntarySwitches"),
            words.number("involuntarySwitches")),
        words.number("elapsedNs"),
        words.number("ownNs"),
        words.number("checkedBytes"),
        words.number("mismatches"),
        words.number("left"));
  }
}
