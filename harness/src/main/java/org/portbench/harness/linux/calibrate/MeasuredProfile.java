package org.portbench.harness.linux.calibrate;

import static org.portbench.harness.linux.calibrate.Quantity.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.Number;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.Primitive;

/**
 * A profile of this machine: what was measured, and for the rest the estimates of a server of 2024,
 * which say that they are. Nothing is taken off a value but what the text beside it says.
 *
 * @param outcome of a calibration
 */
public record MeasuredProfile(Host host, Calibration.Outcome outcome, LocalDate date) {
  /** Whose estimates stand in. */
  public static final String STAND_IN = "server-2024";

  /** The section of prices that are stated outright. */
  private static final String MEASURED = "measured.";

  private static final double PS_PER_NS = 1000;
  private static final int PAGE = 4096;
  private static final int LARGE = 1 << 20;

  /** In the order of the stand-in's, what it does not have last. */
  public MachineProfile profile() {
    MachineProfile standIn = estimated();
    Worth first = new Worth(outcome.readings(), date);
    host.numbers(first);
    processor(first);
    memory(first);
    MachineProfile counted = MachineProfiles.with(standIn, first.numbers().toArray(Number[]::new));
    Worth second = new Worth(outcome.readings(), date);
    new MeasuredPrimitives(second, new Prices(counted)).add();
    MachineProfile priced = MachineProfiles.with(counted, second.numbers().toArray(Number[]::new));
    Worth third = new Worth(outcome.readings(), date);
    mmu(third, priced);
    device(third, priced);
    return MachineProfiles.with(priced, third.numbers().toArray(Number[]::new));
  }

  private static MachineProfile estimated() {
    MachineProfile server = MachineProfiles.builtIn(STAND_IN);
    List<Number> numbers = new ArrayList<>();
    for (Number number : server.numbers()) {
      String source = "estimated, from " + STAND_IN + ": " + number.source();
      numbers.add(new Number(number.key(), number.value(), "estimate", source));
    }
    return MachineProfiles.with(server, numbers.toArray(Number[]::new));
  }

  private static void processor(Worth worth) {
    worth.derived("cpu.instruction_ps", "1.5 instructions a cycle", w -> w.of(CYCLE) / 1.5, CYCLE);
    worth.derived(
        "cpu.line_ns",
        "from the private cache, one line in twenty from the shared one",
        MeasuredProfile::line,
        LINE_PRIVATE,
        LINE_SHARED);
    worth.measured("cpu.atomic_ns", ATOMIC);
    worth.derived(
        "cpu.allocation_ns",
        "60 instructions, two lines and two atomics",
        w -> 60 * w.of(CYCLE) / 1.5 / PS_PER_NS + 2 * line(w) + 2 * w.of(ATOMIC),
        CYCLE,
        LINE_PRIVATE,
        LINE_SHARED,
        ATOMIC);
    worth.measured("cpu.system_call_ns", SYSTEM_CALL);
    interrupts(worth);
  }

  /** What a hop between CPUs takes beyond one on a single CPU, in work and in waiting. */
  private static void interrupts(Worth worth) {
    worth.derived(
        "cpu.ipi_send_ns",
        "work of a hop between CPUs, as far as it lies on the way, less that on one CPU",
        w -> Math.min(w.of(HOP_TWO_CPUS_WORK), w.of(HOP_TWO_CPUS)) - w.of(HOP_ONE_CPU),
        HOP_TWO_CPUS_WORK,
        HOP_TWO_CPUS,
        HOP_ONE_CPU);
    worth.derived(
        "cpu.ipi_latency_ns",
        "1 us, as " + STAND_IN + " estimates, or all that a hop between CPUs waits if less",
        w -> Math.clamp(w.of(HOP_TWO_CPUS) - w.of(HOP_TWO_CPUS_WORK), 0, 1000),
        HOP_TWO_CPUS,
        HOP_TWO_CPUS_WORK);
    worth.derived(
        "cpu.idle_exit_ns",
        "time of a hop between CPUs less its work and less ipi_latency",
        w -> Math.max(0, w.of(HOP_TWO_CPUS) - w.of(HOP_TWO_CPUS_WORK) - 1000),
        HOP_TWO_CPUS,
        HOP_TWO_CPUS_WORK);
  }

  private static double line(Worth worth) {
    return 0.95 * worth.of(LINE_PRIVATE) + 0.05 * worth.of(LINE_SHARED);
  }

  private static void memory(Worth worth) {
    worth.measured("memory.copy_private_ps_per_byte", COPY_PRIVATE);
    worth.measured("memory.copy_shared_ps_per_byte", COPY_SHARED);
    worth.measured("memory.copy_memory_ps_per_byte", COPY_MEMORY);
    worth.measured("memory.touch_private_ps_per_byte", TOUCH_PRIVATE);
    worth.measured("memory.touch_shared_ps_per_byte", TOUCH_SHARED);
    worth.measured("memory.touch_memory_ps_per_byte", TOUCH_MEMORY);
    worth.measured("memory.zero_ps_per_byte", ZERO);
  }

  private static void mmu(Worth worth, MachineProfile machine) {
    double flushNs = machine.mmu().flushAllPs() / PS_PER_NS;
    worth.derived(
        "mmu.pte_write_ns",
        "unmapping 64 pages that were touched, less the same untouched and flush_all, a page",
        w -> (w.of(UNMAP_TOUCHED) - w.of(UNMAP) - flushNs) / 64,
        UNMAP_TOUCHED,
        UNMAP);
    double interruptNs =
        (machine.cpu().ipiSendPs() + machine.cpu().ipiReceivePs() + machine.cpu().ipiLatencyPs())
            / PS_PER_NS;
    worth.derived(
        "mmu.shootdown_ns",
        "withdrawing a page with a thread on another CPU, less without one and less an interrupt",
        w -> w.of(WITHDRAW_SHARED) - w.of(WITHDRAW) - interruptNs,
        WITHDRAW_SHARED,
        WITHDRAW);
  }

  private void device(Worth worth, MachineProfile machine) {
    if (outcome.blockBytes() > 0) {
      worth.told("device.block_bytes", Integer.toString(outcome.blockBytes()), "told by statx");
    }
    if (!worth.known(READ_4K, READ_1M, WRITE_4K, WRITE_1M)) {
      return;
    }
    worth.estimated("device.flash.channels", 1, "requests were measured one at a time");
    worth.derived(
        "device.flash.channel_ps_per_byte",
        "a read of 1 MiB less one of 4 KiB, a byte, and the mean of that and of writes",
        MeasuredProfile::slope,
        READ_4K,
        READ_1M,
        WRITE_4K,
        WRITE_1M);
    worth.estimated("device.link_ps_per_byte", 1, "in device.flash.channel_ps_per_byte");
    double besideUs =
        (machine.cpu().idleExitPs()
                + machine.interrupts().entryPs()
                + machine.device().descriptorPs())
            / PS_PER_NS
            / PS_PER_NS;
    latency(worth, "device.flash.read_us", besideUs, READ_4K);
    latency(worth, "device.flash.program_us", besideUs, WRITE_4K);
  }

  private static double slope(Worth w) {
    double read = (w.of(READ_1M) - w.of(READ_4K)) / (LARGE - PAGE);
    double written = (w.of(WRITE_1M) - w.of(WRITE_4K)) / (LARGE - PAGE);
    return PS_PER_NS * (read + written) / 2;
  }

  private static void latency(Worth worth, String key, double besideUs, Quantity whole) {
    worth.derived(
        key,
        "4 KiB, time less CPU time, the way out of idle, interrupt, descriptor and bytes",
        w ->
            (w.of(whole) - w.of(WRITE_4K_WORK) - PAGE * Math.max(0, slope(w)) / PS_PER_NS)
                    / PS_PER_NS
                - besideUs,
        whole,
        WRITE_4K_WORK,
        READ_1M,
        WRITE_1M);
  }

  /** The key under which a profile states a primitive's price. */
  public static String key(Primitive primitive) {
    return MEASURED + primitive.name().toLowerCase(Locale.ROOT) + "_ns";
  }
}
