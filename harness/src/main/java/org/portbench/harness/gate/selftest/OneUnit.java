package org.portbench.harness.gate.selftest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.Number;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.cost.ProfileException;

/**
 * The least by which a number of a machine can differ: a picosecond, one more, twice as much of
 * what comes in powers of two, the other word.
 */
final class OneUnit {
  private static final Map<String, String> OTHER =
      Map.of("true", "false", "false", "true", "off", "lazy", "lazy", "strict", "strict", "lazy");

  private OneUnit() {}

  /** The number, changed so; there is a machine that has it. */
  static Number more(MachineProfile machine, Number number) {
    if (OTHER.containsKey(number.value())) {
      return with(number, OTHER.get(number.value()));
    }
    BigDecimal value = new BigDecimal(number.value());
    Number more = with(number, value.add(unit(number.key())).toPlainString());
    try {
      MachineProfiles.with(machine, more);
      return more;
    } catch (ProfileException e) {
      return with(number, value.add(value).toPlainString());
    }
  }

  static Number with(Number number, String value) {
    return new Number(number.key(), value, number.status(), number.source());
  }

  static Number named(MachineProfile machine, String key) {
    List<Number> named = machine.numbers().stream().filter(n -> n.key().equals(key)).toList();
    return named.getFirst();
  }

  private static BigDecimal unit(String key) {
    if (key.endsWith("_ns")) {
      return new BigDecimal("0.001");
    }
    return key.endsWith("_us") ? new BigDecimal("0.000001") : BigDecimal.ONE;
  }
}
