package org.portbench.hardware.dma;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.portbench.hardware.dma.Command.Kind;

class LimitsTest {
  private final Limits limits = new Limits(512, 100_000 * 512L, 3, 8 * 512);

  @Test
  void blocksWithinTheMedium_areTaken() {
    assertDoesNotThrow(() -> limits.check(Rig.of(Kind.READ, 0, 8 * 512)));
    assertDoesNotThrow(() -> limits.check(Rig.of(Kind.WRITE, 99_999 * 512L, 512)));
    assertDoesNotThrow(() -> limits.check(new Command().prepare(Kind.FLUSH, 0, "test")));
  }

  @Test
  void misalignedLengthOrAddress_isRefused() {
    String why = ": address and length must be multiples of the block, 512";
    refused("READ of 100 bytes at device address 0" + why, Rig.of(Kind.READ, 0, 100));
    refused("WRITE of 512 bytes at device address 1" + why, Rig.of(Kind.WRITE, 1, 512));
  }

  @Test
  void placeOutsideTheMedium_isRefused() {
    String end = ": the medium has 51200000";
    refused(
        "READ of 1024 bytes at device address 51199488" + end,
        Rig.of(Kind.READ, 99_999 * 512L, 1024));
    refused(
        "READ of 512 bytes at device address 9223372036854775296" + end,
        Rig.of(Kind.READ, Long.MAX_VALUE - 511, 512));
    refused("READ of 512 bytes at device address -512" + end, Rig.of(Kind.READ, -512, 512));
  }

  @Test
  void tooMuch_orTooScattered_isRefused() {
    refused(
        "READ of 4608 bytes at device address 0: a command moves at most 4096",
        Rig.of(Kind.READ, 0, 9 * 512));
    Command scattered = new Command().prepare(Kind.READ, 0, "test");
    for (int i = 0; i < 4; i++) {
      scattered.memory().append(i * 8192L, 512);
    }
    refused(
        "READ of 2048 bytes at device address 0: 4 segments, a command has at most 3", scattered);
  }

  @Test
  void transferWithoutData_andFlushWithData_areRefused() {
    refused(
        "READ of 0 bytes at device address 0: there is no data",
        new Command().prepare(Kind.READ, 0, "test"));
    refused(
        "FLUSH of 512 bytes at device address 0: a flush has no data", Rig.of(Kind.FLUSH, 0, 512));
  }

  private void refused(String message, Command command) {
    Throwable error = assertThrows(IllegalArgumentException.class, () -> limits.check(command));
    assertEquals(message, error.getMessage());
  }
}
