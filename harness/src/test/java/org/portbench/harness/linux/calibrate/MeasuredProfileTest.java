package org.portbench.harness.linux.calibrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portbench.hardware.cost.MachineProfile;
import org.portbench.hardware.cost.MachineProfile.Number;
import org.portbench.hardware.cost.MachineProfiles;
import org.portbench.hardware.cost.Primitive;

final class MeasuredProfileTest {
  private static final LocalDate DATE = LocalDate.of(2026, 11, 23);
  private static final Host HOST = new Host("A \"CPU\"\\", "Linux 6", 2, 4096, 24_000, true);

  @TempDir Path directory;

  @Test
  void everyNumberIsMeasuredToldOrAnEstimateThatSaysSo() {
    for (Number number : profile(readings()).numbers()) {
      String source = number.source();
      assertTrue(
          source.contains("measured")
              || source.startsWith("told by")
              || source.startsWith("estimated, from server-2024: ")
              || number.key().matches("iommu.mode|device.(link_ps_per_byte|flash.channels)"),
          number.toString());
    }
  }

  @Test
  void aCallIsTakenOffWhatIsMoreThanTheCall() {
    MachineProfile machine = profile(readings());

    assertEquals(200_000, machine.cpu().systemCallPs());
    assertEquals(900_000, machine.measuredPs().get(Primitive.SOCKET_SEND));
    assertEquals(300_000, machine.measuredPs().get(Primitive.HANDLE_LOOKUP));
    assertEquals(20_000_000, machine.cpu().ipiSendPs());
    assertEquals(1_000_000, machine.cpu().ipiLatencyPs());
    assertEquals(9_000_000, machine.cpu().idleExitPs());
  }

  @Test
  void whatFallsBelowNothingIsNothing() {
    Map<Quantity, Spread> measured = new EnumMap<>(readings().measured());
    measured.put(Quantity.SOCKET_SEND, Spread.of(150));
    MachineProfile machine = profile(new Readings(measured, Map.of()));

    assertEquals(0, machine.measuredPs().get(Primitive.SOCKET_SEND));
    assertTrue(source(machine, "measured.socket_send_ns").endsWith("within the noise"));
  }

  @Test
  void whatCouldNotBeMeasuredKeepsItsEstimate() {
    Map<Quantity, Spread> measured = new EnumMap<>(readings().measured());
    measured.remove(Quantity.SYSTEM_CALL);
    MachineProfile machine = profile(new Readings(measured, Map.of()));

    assertEquals(103_000, machine.cpu().systemCallPs());
    assertTrue(source(machine, "cpu.system_call_ns").startsWith("estimated, from server-2024: "));
  }

  @Test
  void aSpreadTooWideIsSaidBesideTheNumber() {
    Map<Quantity, Spread> measured = new EnumMap<>(readings().measured());
    measured.put(Quantity.ATOMIC, Spread.of(1, 2, 3));
    MachineProfile machine = profile(new Readings(measured, Map.of()));

    assertEquals(
        "measured, 2026-11-23, spread 50 %, too noisy to trust", source(machine, "cpu.atomic_ns"));
  }

  @Test
  void aWrittenProfileIsReadAgainAsItWas() throws IOException {
    MachineProfile machine = profile(readings());
    Path file = directory.resolve("mine.toml");
    Readings shown = new Readings(readings().measured(), Map.of(Quantity.ZERO, "not \"here\""));
    Files.writeString(file, new ProfileFile("mine", "a \"b\" \\ c", 2026).text(machine, shown));
    MachineProfile read = MachineProfiles.read(file);

    assertEquals(machine.digest(), read.digest());
    assertEquals("mine", read.name());
    assertEquals("a \"b\" \\ c", read.description());
    assertEquals(
        machine.numbers().stream().map(Number::toString).sorted().toList(),
        read.numbers().stream().map(Number::toString).sorted().toList());
  }

  private static MachineProfile profile(Readings readings) {
    return new MeasuredProfile(HOST, new Calibration.Outcome(readings, 512), DATE).profile();
  }

  private static String source(MachineProfile machine, String key) {
    return machine.numbers().stream()
        .filter(number -> number.key().equals(key))
        .findFirst()
        .orElseThrow()
        .source();
  }

  /** All alike, but for those that somebody asks after. */
  private static Readings readings() {
    Map<Quantity, Spread> measured = new EnumMap<>(Quantity.class);
    for (Quantity quantity : Quantity.values()) {
      measured.put(quantity, Spread.of(500));
    }
    measured.put(Quantity.SYSTEM_CALL, Spread.of(200));
    measured.put(Quantity.SOCKET_SEND, Spread.of(1100));
    measured.put(Quantity.DESCRIPTOR_SEND, Spread.of(1400));
    measured.put(Quantity.HOP_ONE_CPU, Spread.of(3000));
    measured.put(Quantity.HOP_TWO_CPUS_WORK, Spread.of(23_000));
    measured.put(Quantity.HOP_TWO_CPUS, Spread.of(33_000));
    return new Readings(measured, Map.of());
  }
}
