package org.portbench.hardware.cost;

import java.math.BigDecimal;

/**
 * A value as a profile states it.
 *
 * @param value a BigDecimal, a Boolean or a String
 */
record Stated(
    String section, String key, Object value, String status, String source, ProfilePlace place) {

  String path() {
    return section + "." + key;
  }

  String text() {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().toPlainString()
        : value.toString();
  }

  /** The value cannot be; {@code rule} says what can. */
  ProfileException error(String rule) {
    String shown = value instanceof String ? '"' + text() + '"' : text();
    return place.error(path() + " is " + shown + "; it must be " + rule);
  }

  MachineProfile.Number number() {
    return new MachineProfile.Number(path(), text(), status, source);
  }
}
