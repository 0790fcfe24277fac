package org.portbench.harness.linux.calibrate;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a calibration has found out.
 *
 * @param refused why a quantity could not be measured
 */
public record Readings(Map<Quantity, Spread> measured, Map<Quantity, String> refused) {

  public Readings {
    measured = Collections.unmodifiableMap(copy(measured));
    refused = Collections.unmodifiableMap(copy(refused));
  }

  private static <V> Map<Quantity, V> copy(Map<Quantity, V> map) {
    Map<Quantity, V> copy = new EnumMap<>(Quantity.class);
    copy.putAll(map);
    return copy;
  }

  public Optional<Spread> of(Quantity quantity) {
    return Optional.ofNullable(measured.get(quantity));
  }
}
