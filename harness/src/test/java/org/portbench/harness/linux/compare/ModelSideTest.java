package org.portbench.harness.linux.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.Number;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.cost.Prices;
import org.portbench.hardware.cost.Primitive;
import org.portbench.harness.linux.device.DeviceKind;
import org.portbench.harness.linux.run.LinuxCell;
import org.portbench.harness.linux.run.Placement;
import org.portbench.harness.linux.transport.Transport;
import org.portbench.harness.linux.way.WayKind;
import org.portbench.harness.run.StackKnob;
import org.portbench.harness.run.StackSpec;
import org.portbench.strategies.Strategies;

final class ModelSideTest {
  private static final Strategies STRATEGIES = new Strategies(ModelSideTest.class.getClassLoader());
  private static final MachineProfile MACHINE =
      MachineProfiles.with(
          MachineProfiles.builtIn("server-2024"),
          new Number("cpu.cores", "2", "estimate", "as here"));

  @TempDir Path directory;

  @Test
  void theModelHasACounterpartOfEveryCell() {
    ModelSide model = new ModelSide(MACHINE, STRATEGIES);
    for (LinuxCell cell : cells(Transport.SOCKET)) {
      ModelSide.Said said = model.of(cell);
      assertEquals("", said.why(), cell.identity().id());
      assertTrue(said.latencyNs() > 0 && said.cpuNs() > 0, cell.identity().id());
    }
  }

  @Test
  void theDriversProcessIsOneMoreLayer() {
    StackSpec stack = ModelSide.stack(cell(WayKind.FD, DeviceKind.FILE, 2, "write"));
    assertEquals(3, stack.layers());
    assertTrue(stack.is(StackKnob.ENDPOINT, "device"));
    assertEquals(1, stack.number(StackKnob.REFUSING));

    StackSpec kernel = ModelSide.stack(cell(WayKind.DIRECT, DeviceKind.FILE, 2, "write"));
    assertEquals(2, kernel.layers());
    assertEquals(0, kernel.number(StackKnob.REFUSING));
  }

  @Test
  void onlyReadsHaveTheDriverMapAnObject() {
    StackSpec write = ModelSide.stack(cell(WayKind.VM_OBJECT, DeviceKind.FILE, 0, "write"));
    StackSpec read = ModelSide.stack(cell(WayKind.VM_OBJECT, DeviceKind.FILE, 0, "read"));
    assertEquals(0, write.number(StackKnob.REFUSING));
    assertEquals(1, read.number(StackKnob.REFUSING));
  }

  @Test
  void allStrategiesHaveTheSameMessages() {
    for (Transport transport : Transport.values()) {
      Primitive sent = transport == Transport.SOCKET ? Primitive.SOCKET_SEND : Primitive.LIGHT_SEND;
      long send = new Prices(MACHINE).of(sent);
      assertEquals(send, price(transport, WayKind.COPY, Primitive.STREAM_WRITE));
      assertEquals(send, price(transport, WayKind.FD, Primitive.SOCKET_SEND));
      assertEquals(send, price(transport, WayKind.VM_OBJECT, Primitive.LIGHT_SEND));
      assertEquals(send, price(transport, WayKind.REGISTERED, Primitive.LIGHT_SEND));
      assertEquals(send, price(transport, WayKind.MACH_3, Primitive.MACH_SEND));
    }
  }

  @Test
  void whatAPipeWaitsForTakesTimeAndNoWork() {
    LinuxCell apart =
        cells(Transport.SOCKET).stream()
            .filter(cell -> cell.way() == WayKind.COPY)
            .filter(cell -> cell.placement() == Placement.ALTERNATING)
            .findFirst()
            .orElseThrow();
    long time = new Prices(new StandIns(MACHINE, apart, true).priced()).of(Primitive.BLOCK);
    long work = new Prices(new StandIns(MACHINE, apart, false).priced()).of(Primitive.BLOCK);
    assertEquals(2 * (MACHINE.cpu().idleExitPs() + MACHINE.cpu().ipiLatencyPs()), time - work);
  }

  @Test
  void readsAreComparedWhereThereIsAFile() {
    Set<DeviceKind> read =
        cells(Transport.SOCKET).stream()
            .filter(ModelSide::reads)
            .map(LinuxCell::device)
            .collect(Collectors.toSet());
    assertEquals(Set.of(DeviceKind.FILE), read);
  }

  @Test
  void theInKernelStackIsComparedWhereThereIsAKernelToEnter() {
    assertFalse(
        cells(Transport.SOCKET).stream()
            .anyMatch(cell -> cell.way() == WayKind.DIRECT && cell.device() != DeviceKind.FILE));
  }

  private long price(Transport transport, WayKind way, Primitive primitive) {
    LinuxCell cell =
        cells(transport).stream().filter(c -> c.way() == way).findFirst().orElseThrow();
    return new Prices(new StandIns(MACHINE, cell, false).priced()).of(primitive);
  }

  private LinuxCell cell(WayKind way, DeviceKind device, int layers, String operation) {
    return new Grid(false, Transport.SOCKET, 1, directory)
        .plan(Map.of()).cells().stream()
            .filter(cell -> cell.way() == way && cell.device() == device)
            .filter(cell -> cell.layers() == layers)
            .filter(cell -> ModelSide.reads(cell) == operation.equals("read"))
            .findFirst()
            .orElseThrow();
  }

  private List<LinuxCell> cells(Transport transport) {
    return new Grid(true, transport, 1, directory)
        .plan(Map.of()).cells().stream()
            .filter(cell -> cell.bytes() <= 64 << 10 || cell.way() != WayKind.COPY)
            .toList();
  }
}
