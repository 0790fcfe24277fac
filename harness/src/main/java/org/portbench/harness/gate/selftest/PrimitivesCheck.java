package org.portbench.harness.gate.selftest;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.cost.Work;

/**
 * One more of each thing that a primitive does is noticed on some machine. Where all machines state
 * the price of a primitive measured, its counts are tried at the price that they would make.
 */
record PrimitivesCheck(TestBench bench) implements Check {

  @Override
  public Report run() {
    List<String> failures = new ArrayList<>();
    List<String> measured = new ArrayList<>();
    int counts = 0;
    for (Primitive primitive : Primitive.values()) {
      for (Map.Entry<String, Work> more : oneMore(primitive.work()).entrySet()) {
        counts++;
        if (!noticed(primitive, more.getValue())) {
          String named = primitive.name() + ", " + more.getKey();
          if (noticedIfNotMeasured(primitive, more.getValue())) {
            measured.add(named);
          } else {
            failures.add(named + ": no cell charges it");
          }
        }
      }
    }
    return new Report(
        "one more of each of %d counts of %d primitives is noticed; %d of them only where no"
                .formatted(counts, Primitive.values().length, measured.size())
            + " machine states the primitive's price",
        failures);
  }

  private static Map<String, Work> oneMore(Work work) {
    Map<String, Work> all = new LinkedHashMap<>();
    int i = work.instructions();
    int l = work.lines();
    int a = work.atomics();
    int t = work.traps();
    int m = work.allocations();
    all.put("instructions", new Work(i + 1, l, a, t, m));
    all.put("lines", new Work(i, l + 1, a, t, m));
    all.put("atomics", new Work(i, l, a + 1, t, m));
    all.put("traps", new Work(i, l, a, t + 1, m));
    all.put("allocations", new Work(i, l, a, t, m + 1));
    return all;
  }

  private boolean noticed(Primitive primitive, Work more) {
    for (MachineProfile machine : bench.machines()) {
      Map<Primitive, Long> changed =
          changes(new Prices(machine), new Prices(machine, doing(primitive, more)));
      for (KnownCell cell : bench.of(machine)) {
        boolean charges =
            changed.keySet().stream().anyMatch(p -> cell.charged().contains(p.name()));
        if (charges && bench.notices(cell, Map.of(), changed)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean noticedIfNotMeasured(Primitive primitive, Work more) {
    for (MachineProfile machine : bench.machines()) {
      if (!machine.measuredPs().containsKey(primitive)) {
        return false;
      }
      Map<Primitive, Long> before =
          Map.of(primitive, Prices.counted(primitive.work(), machine.cpu()));
      Map<Primitive, Long> after = Map.of(primitive, Prices.counted(more, machine.cpu()));
      for (KnownCell cell : bench.of(machine)) {
        if (!before.equals(after)
            && cell.charged().contains(primitive.name())
            && bench.notices(cell, before, after)) {
          return true;
        }
      }
    }
    return false;
  }

  private static Function<Primitive, Work> doing(Primitive changed, Work more) {
    return primitive -> primitive == changed ? more : primitive.work();
  }

  private static Map<Primitive, Long> changes(Prices before, Prices after) {
    Map<Primitive, Long> changes = new EnumMap<>(Primitive.class);
    for (Primitive primitive : Primitive.values()) {
      if (before.of(primitive) != after.of(primitive)) {
        changes.put(primitive, after.of(primitive));
      }
    }
    return changes;
  }
}
