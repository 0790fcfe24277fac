package org.portbench.results;

/**
 * One number of a machine profile with the words that vouch for it.
 *
 * @param key with its unit, as in {@code cpu.system_call_ns}
 * @param status verified, secondary, recalled, derived or estimate
 */
public record MachineNumber(
    String machine, String key, String value, String status, String source) {
  /** The key of the year whose hardware a machine is. */
  public static final String YEAR = "machine.year";
}
