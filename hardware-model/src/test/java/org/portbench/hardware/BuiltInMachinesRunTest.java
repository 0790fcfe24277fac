package org.portbench.hardware;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.portbench.hardware.cost.Category;
import org.portbench.hardware.cost.Counter;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.cost.Primitive;
import org.portbench.hardware.dma.Command;
import org.portbench.hardware.memory.Frame;
import org.portbench.hardware.mmu.AddressSpace;

/** Each built-in machine does what strategies will ask of it. */
class BuiltInMachinesRunTest {

  static List<Machine> builtIn() {
    return MachineProfiles.names().stream()
        .map(MachineProfiles::builtIn)
        .map(Machine::new)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void everyPrimitive_hasItsPrice(Machine machine) {
    for (Primitive primitive : Primitive.values()) {
      machine.meter().perform(primitive);
      long ps = machine.meter().takeSegment();
      assertTrue(ps > 0 || primitive == Primitive.SPACE_SWITCH, primitive + " costs " + ps);
    }
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void aPageReadFromTheDevice_canBeCopiedTouchedAndWrittenBack(Machine machine) {
    int pageBytes = machine.memory().pageBytes();
    long address = 1000L * pageBytes;
    Frame read = machine.memory().frame(machine.memory().take());
    Frame copy = machine.memory().frame(machine.memory().take());

    transfer(machine, Command.Kind.READ, address, read);
    machine.memory().flushForDma(pageBytes);
    machine.memory().copy(0, read.number(), 0, copy.number(), 0, pageBytes);
    machine.memory().touch(0, copy.number(), pageBytes, Category.TOUCH);
    long workPs = machine.meter().takeSegment();
    transfer(machine, Command.Kind.WRITE, 0, copy);

    assertTrue(machine.device().content().matches(address, pageBytes, read, 0));
    assertTrue(machine.device().content().matches(0, pageBytes, read, 0));
    assertTrue(workPs > 0, "nothing was charged");
  }

  private static void transfer(Machine machine, Command.Kind kind, long address, Frame frame) {
    int pageBytes = machine.memory().pageBytes();
    int[] frames = {frame.number()};
    long busPage = machine.iommu().off() ? frame.number() : machine.iommu().map(frames, 1);
    Command command = new Command().prepare(kind, address, "test");
    command.memory().append(busPage * pageBytes, pageBytes);
    machine.meter().takeSegment();

    assertTrue(machine.device().submit(command));
    machine.device().ringDoorbell(machine.events().nowPs());
    while (machine.events().runNext()) {}

    long leastPs = pageBytes * machine.profile().device().linkPsPerByte();
    assertTrue(command.completedPs() - command.submittedPs() >= leastPs, command.toString());
  }

  @ParameterizedTest
  @MethodSource("builtIn")
  void aWithdrawnTranslation_isForgottenWithoutARoundByTheOnlyCpu(Machine machine) {
    AddressSpace space = new AddressSpace(1, "space");
    machine.cores().getFirst().load(space);
    machine.cores().getFirst().tlb().insert(space, 5, 77);

    machine.shootdown().round(machine.cores().getFirst(), space, 5, 1, 1);

    assertEquals(0, machine.cores().getFirst().tlb().probe(space, 5));
    assertTrue(machine.meter().takeSegment() > 0, "it costs nothing");
    assertEquals(0, machine.meter().counter(Counter.TLB_SHOOTDOWNS));
  }
}
