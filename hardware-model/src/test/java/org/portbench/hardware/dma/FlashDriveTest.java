package org.portbench.hardware.dma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.portbench.hardware.dma.Devices.US;
import static org.portbench.hardware.dma.Rig.PAGE_BYTES;

import org.junit.jupiter.api.Test;

/** Four channels, stripes of 4096 bytes, 50 us to read, 10 us to program, 1 ns a byte. */
class FlashDriveTest {
  private static final long PAGE_PS = 4_096_000;
  private static final long READ_PS = 50 * US + PAGE_PS;

  private final StorageMedium flash = StorageMedium.of(Devices.flash(1));

  @Test
  void read_isLatencyAndBytes() {
    assertEquals(new Said(0, 100 + READ_PS, 100 + READ_PS, READ_PS), page(0, 100));
  }

  @Test
  void write_isProgrammingAndBytes() {
    assertEquals(10 * US + PAGE_PS, flash.write(0, PAGE_BYTES, 0).lastPs());
  }

  @Test
  void stripesOnDifferentChannels_areReadAtTheSameTime() {
    assertEquals(new Said(0, READ_PS, READ_PS, READ_PS), Said.of(flash.read(0, 4 * PAGE_BYTES, 0)));
  }

  @Test
  void stripesOnOneChannel_shareALatency() {
    Said service = Said.of(flash.read(0, 5 * PAGE_BYTES, 0));
    assertEquals(new Said(0, READ_PS, READ_PS + PAGE_PS, READ_PS), service);
  }

  @Test
  void commandsOnOneChannel_waitForEachOther_othersDoNot() {
    page(0, 0);
    assertEquals(READ_PS, page(4, 0).waitPs());
    assertEquals(0, page(1, 0).waitPs());
    assertEquals(2 * READ_PS - 7, page(8, 7).waitPs());
  }

  @Test
  void commandOverSeveralChannels_waitsForTheSlowest() {
    page(2, 0);
    Said service = Said.of(flash.read(0, 4 * PAGE_BYTES, 0));
    assertEquals(new Said(READ_PS, READ_PS, 2 * READ_PS, READ_PS), service);
  }

  @Test
  void oddPlace_takesItsShareOfEachStripe() {
    // 1024 bytes at the end of stripe 0, 3072 at the start of stripe 1.
    Said service = Said.of(flash.read(3072, 4096, 0));
    assertEquals(50 * US + 3_072_000, service.lastPs());
  }

  private Said page(int stripe, long nowPs) {
    return Said.of(flash.read((long) stripe * PAGE_BYTES, PAGE_BYTES, nowPs));
  }
}
