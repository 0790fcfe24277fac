package org.portbench.harness.robust;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.Number;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.cost.ProfileException;

/**
 * An estimate of a machine: a number of its profile, or the price of a primitive whose work nobody
 * has published and that the profile does not state measured.
 *
 * @param primitive the primitive that it prices; empty for a number that may act anywhere
 */
record Estimate(MachineProfile machine, Number number, Optional<Primitive> primitive) {
  private static final String ESTIMATE = "estimate";

  /** Work that nobody has published: estimated, or counted by us in somebody's source. */
  private static final List<String> OURS = List.of(ESTIMATE, "counted");

  private static final String PRIMITIVE = "primitive.";
  private static final String MEASURED = "measured.";
  private static final String UNIT = "_ns";
  private static final BigDecimal PS_PER_NS = BigDecimal.valueOf(1000);

  /** By what an estimate may be wrong. */
  enum Error {
    HALF("0.5"),
    TWICE("2");

    private final BigDecimal factor;

    Error(String factor) {
      this.factor = new BigDecimal(factor);
    }
  }

  /** The machine with another value, or why there can be none. */
  sealed interface Varied {
    record Possible(String value, MachineProfile machine) implements Varied {}

    record Impossible(String reason) implements Varied {}
  }

  /** Numbers of the profile in its order, then primitives. */
  static List<Estimate> of(MachineProfile machine) {
    List<Estimate> all = new ArrayList<>();
    machine.numbers().stream()
        .filter(Number::isEstimate)
        .forEach(number -> all.add(new Estimate(machine, number, Optional.empty())));
    Prices prices = new Prices(machine);
    for (Primitive primitive : Primitive.values()) {
      boolean ours = OURS.stream().anyMatch(primitive.source()::startsWith);
      if (ours && !machine.measuredPs().containsKey(primitive)) {
        all.add(new Estimate(machine, price(primitive, prices), Optional.of(primitive)));
      }
    }
    return all;
  }

  /** As a profile would state it measured. */
  private static Number price(Primitive primitive, Prices prices) {
    String ns = BigDecimal.valueOf(prices.of(primitive)).divide(PS_PER_NS).toPlainString();
    String key = MEASURED + primitive.name().toLowerCase(Locale.ROOT) + UNIT;
    return new Number(key, ns, ESTIMATE, primitive.source());
  }

  /** By which results refer to it. */
  String key() {
    return primitive.isPresent()
        ? PRIMITIVE + number.key().substring(MEASURED.length())
        : number.key();
  }

  String value() {
    return number.value();
  }

  Varied wrongBy(Error error) {
    Optional<Number> changed = number.times(error.factor);
    if (changed.isEmpty()) {
      return new Varied.Impossible("is no number");
    }
    String value = changed.get().value();
    if (new BigDecimal(value).compareTo(new BigDecimal(number.value())) == 0) {
      return new Varied.Impossible("is 0");
    }
    try {
      return new Varied.Possible(value, MachineProfiles.with(machine, changed.get()));
    } catch (ProfileException e) {
      return new Varied.Impossible(reason(e));
    }
  }

  /** Without the place, which the estimate says itself. */
  private static String reason(ProfileException e) {
    String message = e.getMessage();
    return message.substring(message.indexOf(": ") + 2);
  }
}
