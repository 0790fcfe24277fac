package org.portbench.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.portbench.hardware.cost.MachineProfile.Medium.Disk;
import org.portbench.hardware.cost.MachineProfile.Mmu;
import org.portbench.hardware.cost.MachineProfile.Processor;

/** The numbers of the built-in machines agree with what was published about wholes. */
class BuiltInMachinesTest {
  private static final MachineProfile PC = MachineProfiles.builtIn("pc-2003");
  private static final MachineProfile SERVER = MachineProfiles.builtIn("server-2024");

  @Test
  void averageSeek_isThatOfTheDataSheets() {
    Disk disk = (Disk) PC.device().medium();

    long averagePs = disk.trackSeekPs() + 8 * (disk.fullSeekPs() - disk.trackSeekPs()) / 15;

    assertEquals(8_900_000_000L, averagePs);
  }

  @Test
  void shootdownRoundOfOnePage_isThatOfTheTwoProcessorMachine() {
    assertEquals(4_200_000, roundPs(PC) + PC.mmu().invalidatePagePs());
  }

  @Test
  void shootdownRoundOnTheServer_growsWithPagesAsMeasured() {
    Mmu mmu = SERVER.mmu();

    assertEquals(5_100_000, roundPs(SERVER));
    assertEquals(270_000, 2 * mmu.invalidatePagePs());
  }

  private static long roundPs(MachineProfile machine) {
    Processor cpu = machine.cpu();
    return cpu.ipiSendPs() + cpu.ipiLatencyPs() + cpu.ipiReceivePs() + machine.mmu().shootdownPs();
  }

  @Test
  void faultsPricedByTheirWork_areOfTheSizeOfMeasuredOnes() {
    Prices measured = new Prices(PC);
    long work =
        500 * PC.cpu().instructionPs()
            + 16 * PC.cpu().linePs()
            + 6 * PC.cpu().atomicPs()
            + PC.cpu().systemCallPs();

    assertEquals(2_000_000, measured.of(Primitive.SOFT_FAULT));
    assertTrue(2 * work > 2_000_000 && work < 2_000_000, "work " + work);
  }

  @Test
  void bus_carriesWhatAColdCopyMoves() {
    for (MachineProfile machine : new MachineProfile[] {PC, SERVER}) {
      assertTrue(3 * machine.memory().busPsPerByte() <= machine.memory().copyMemoryPsPerByte());
    }
  }
}
