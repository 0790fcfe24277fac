package org.portbench.hardware.cost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portbench.hardware.cost.MachineProfile.Medium.Disk;
import org.portbench.hardware.cost.MachineProfile.Mmu;
import org.portbench.hardware.cost.MachineProfile.Processor;

/** The numbers of the built-in machines agree with what was published about wholes. */
class BuiltInMachinesTest {
  private static final MachineProfile PC = MachineProfiles.builtIn("pc-2003");
  private static final MachineProfile SMP = MachineProfiles.builtIn("smp-2003");
  private static final List<String> WRITING_THROUGH =
      List.of("decstation3100-1991", "hp386-1992", "decstation-1993");
  private static final MachineProfile SERVER = MachineProfiles.builtIn("server-2024");

  @ParameterizedTest
  @CsvSource({
    "next-1990, 18000",
    "decstation3100-1991, 16000",
    "hp386-1992, 16000",
    "decstation-1993, 14500",
    "pc-2003, 8900",
    "smp-2003, 5200"
  })
  void averageSeek_isThatOfTheDataSheets(String name, long averageUs) {
    Disk disk = (Disk) MachineProfiles.builtIn(name).device().medium();

    long averagePs = disk.trackSeekPs() + 8 * (disk.fullSeekPs() - disk.trackSeekPs()) / 15;

    assertEquals(1_000_000 * averageUs, averagePs);
  }

  @Test
  void shootdownRoundOfOnePage_isThatOfTheTwoProcessorMachine() {
    for (MachineProfile machine : List.of(PC, SMP)) {
      assertEquals(4_200_000, roundPs(machine) + machine.mmu().invalidatePagePs());
    }
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
    long work = 500 * PC.cpu().instructionPs() + 16 * PC.cpu().linePs() + PC.cpu().systemCallPs();

    assertEquals(2_000_000, measured.of(Primitive.SOFT_FAULT));
    assertTrue(2 * work > 2_000_000 && work < 2_000_000, "work " + work);
  }

  /** Read and written; caches that allocate on a write also read what is written over. */
  @Test
  void bus_carriesWhatAColdCopyMoves() {
    for (String name : MachineProfiles.names()) {
      MachineProfile.Memory memory = MachineProfiles.builtIn(name).memory();
      int transfers = WRITING_THROUGH.contains(name) || name.equals("next-1990") ? 2 : 3;

      assertTrue(transfers * memory.busPsPerByte() <= memory.copyMemoryPsPerByte(), name);
    }
  }

  /** 256 misses of 15 cycles and 1024 stores of one, 40 ns each. */
  @Test
  void coldPageOnTheDecstation_isCopiedInItsMissesAndStores() {
    MachineProfile machine = MachineProfiles.builtIn("decstation-1993");

    assertEquals((256 * 15 + 1024) * 40_000L, 4096 * machine.memory().copyMemoryPsPerByte());
  }

  /** 379 us and 184 us for 4096 bytes, to the nearest picosecond a byte. */
  @Test
  void pagesOnThe386_areCopiedInTheMeasuredTime() {
    MachineProfile.Memory memory = MachineProfiles.builtIn("hp386-1992").memory();

    assertEquals((379_000_000 + 2048) / 4096, memory.copyMemoryPsPerByte());
    assertEquals((184_000_000 + 2048) / 4096, memory.copyPrivatePsPerByte());
  }

  /** Stores fetch nothing there, so that a miss costs a copy what it costs a reader. */
  @ParameterizedTest
  @MethodSource("writingThrough")
  void missesCostReadersAndCopiersTheSame_whereCachesWriteThrough(String name) {
    MachineProfile.Memory memory = MachineProfiles.builtIn(name).memory();
    long copyMissPs = memory.copyMemoryPsPerByte() - memory.copyPrivatePsPerByte();
    long readMissPs = memory.touchMemoryPsPerByte() - memory.touchPrivatePsPerByte();

    assertEquals(copyMissPs, readMissPs);
  }

  static List<String> writingThrough() {
    return WRITING_THROUGH;
  }

  /** Table 4 of Draves et al., entry and exit: 64 + 35 instructions; 7 lines. */
  @ParameterizedTest
  @ValueSource(strings = {"decstation3100-1991", "decstation-1993"})
  void systemCallsOfMips_areTheirInstructionsAndLines(String name) {
    Processor cpu = MachineProfiles.builtIn(name).cpu();

    assertEquals((64 + 35) * cpu.instructionPs() + 7 * cpu.linePs(), cpu.systemCallPs());
  }

  @Test
  void allocations_areTheSameWorkOnEveryMachine() {
    for (String name : MachineProfiles.names()) {
      Processor cpu = MachineProfiles.builtIn(name).cpu();
      long workPs = 120 * cpu.instructionPs() + 2 * cpu.linePs() + cpu.atomicPs();

      assertTrue(2 * cpu.allocationPs() > workPs && cpu.allocationPs() < 2 * workPs, name);
    }
  }

  @Test
  void moreIsNeverCheaper() {
    for (String name : MachineProfiles.names()) {
      MachineProfile.Memory memory = MachineProfiles.builtIn(name).memory();

      assertTrue(memory.copyPrivatePsPerByte() <= memory.copySharedPsPerByte(), name);
      assertTrue(memory.copySharedPsPerByte() <= memory.copyMemoryPsPerByte(), name);
      assertTrue(memory.touchPrivatePsPerByte() <= memory.touchSharedPsPerByte(), name);
      assertTrue(memory.touchSharedPsPerByte() <= memory.touchMemoryPsPerByte(), name);
      assertTrue(memory.touchMemoryPsPerByte() <= memory.copyMemoryPsPerByte(), name);
      assertTrue(memory.zeroPsPerByte() <= memory.copyMemoryPsPerByte(), name);
    }
  }
}
