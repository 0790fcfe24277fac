package org.portbench.hardware.dma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portbench.hardware.dma.MediumContent.CHUNK_BYTES;
import static org.portbench.hardware.dma.MediumContent.MEDIUM_ORIGIN;

import org.junit.jupiter.api.Test;
import org.portbench.hardware.memory.Content;
import org.portbench.hardware.sim.RandomStream;

class MediumContentTest {
  private static final long FAR = 1L << 45;

  private final MediumContent medium = new MediumContent();

  @Test
  void fresh_endsAtTheFirstChunkThatWasWritten_howeverFarAway() {
    MediumContent medium = new MediumContent();
    int chunk = MediumContent.CHUNK_BYTES;
    assertEquals(70L * chunk + 5, medium.freshEnd(5, 70L * chunk));
    medium.copyIn(40L * chunk + 100, 1, new Content(1), 0);
    assertEquals(40L * chunk, medium.freshEnd(5, 70L * chunk));
    assertEquals(40L * chunk, medium.freshEnd(40L * chunk, 10));
    assertEquals(70L * chunk, medium.freshEnd(41L * chunk, 29L * chunk));
  }

  @Test
  void neverWrittenByte_isKnownByItsAddress_andTakesNoMemory() {
    Content target = new Content(CHUNK_BYTES);
    medium.copyOut(FAR + 1000, CHUNK_BYTES, target, 0);
    assertTrue(target.matches(0, CHUNK_BYTES, MEDIUM_ORIGIN, FAR + 1000));
    assertEquals(1, target.stamps());
    assertTrue(medium.matches(FAR + 1000, CHUNK_BYTES, target, 0));
    assertFalse(medium.matches(FAR + 1001, CHUNK_BYTES, target, 0));
    assertEquals(0, medium.writtenChunks());
  }

  @Test
  void writtenBytes_areReadBack_andTheirNeighboursStay() {
    Content source = new Content(100);
    source.fill(0, 100, 7, 500);
    long address = FAR + CHUNK_BYTES - 30;
    medium.copyIn(address, 100, source, 0);

    Content target = new Content(120);
    medium.copyOut(address - 10, 120, target, 0);
    assertTrue(target.matches(0, 10, MEDIUM_ORIGIN, address - 10));
    assertTrue(target.matches(10, 100, 7, 500));
    assertTrue(target.matches(110, 10, MEDIUM_ORIGIN, address + 100));
    assertTrue(medium.written(FAR / CHUNK_BYTES));
    assertTrue(medium.written(FAR / CHUNK_BYTES + 1));
    assertFalse(medium.written(FAR / CHUNK_BYTES + 2));
    assertEquals(2, medium.writtenChunks());
  }

  @Test
  void laterWrite_coversTheEarlierOne_whereTheyOverlap() {
    medium.copyIn(0, 100, filled(100, 7), 0);
    medium.copyIn(50, 100, filled(100, 8), 0);
    Content target = new Content(200);
    medium.copyOut(0, 200, target, 0);
    assertTrue(target.matches(0, 50, 7, 0));
    assertTrue(target.matches(50, 100, 8, 0));
    assertTrue(target.matches(150, 50, MEDIUM_ORIGIN, 150));
  }

  @Test
  void anySequenceOfWrites_equalsAnArrayOfBytes() {
    long seed = 20030716;
    RandomStream random = new RandomStream(seed, "medium");
    int size = 3 * CHUNK_BYTES;
    long[] origins = new long[size];
    long[] positions = new long[size];
    for (int i = 0; i < size; i++) {
      origins[i] = MEDIUM_ORIGIN;
      positions[i] = FAR + i;
    }
    for (int write = 2; write < 400; write++) {
      int from = (int) random.below(size);
      int length = 1 + (int) random.below(Math.min(size - from, 5000));
      medium.copyIn(FAR + from, length, filled(length, write), 0);
      for (int i = 0; i < length; i++) {
        origins[from + i] = write;
        positions[from + i] = i;
      }
      Content read = new Content(size);
      medium.copyOut(FAR, size, read, 0);
      assertTrue(medium.matches(FAR, size, read, 0), "seed " + seed + ", write " + write);
      for (int i = 0; i < size; i += 7) {
        assertTrue(
            read.matches(i, 1, origins[i], positions[i]),
            "seed " + seed + ", write " + write + ", byte " + i);
      }
    }
    assertEquals(3, medium.writtenChunks());
  }

  @Test
  void manyChunks_areAllFoundAgain() {
    int chunks = 10_000;
    for (int i = 0; i < chunks; i++) {
      medium.copyIn((long) i * i * CHUNK_BYTES, 8, filled(8, 2 + i), 0);
    }
    assertEquals(chunks, medium.writtenChunks());
    for (int i = 0; i < chunks; i++) {
      assertTrue(medium.matches((long) i * i * CHUNK_BYTES, 8, filled(8, 2 + i), 0));
    }
  }

  private static Content filled(int length, long origin) {
    Content content = new Content(length);
    content.fill(0, length, origin, 0);
    return content;
  }

  @Test
  void whatWasWritten_isOnAnotherMedium_onceAllOfItIs() {
    MediumContent other = new MediumContent();
    Content bytes = new Content(6000);
    bytes.fill(0, 6000, 9, 0);
    assertTrue(medium.writtenOn(other));
    medium.copyIn(1000, 6000, bytes, 0);
    assertFalse(medium.writtenOn(other));
    other.copyIn(1000, 5999, bytes, 0);
    assertFalse(medium.writtenOn(other));
    other.copyIn(6999, 1, bytes, 5999);
    assertTrue(medium.writtenOn(other));
  }
}
