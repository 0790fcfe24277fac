package org.portbench.harness.linux.sys;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

@OnLinux
final class ObjectTest {
  private static final long BYTES = 1 << 20;

  @AutoClose private final Memfd object = Memfd.of(BYTES);

  @Test
  void anObjectCannotShrinkUnderAMapping() {
    assertEquals(
        -Errno.EPERM, SystemCall.FTRUNCATE.once(object.descriptor().number(), 4096, 0, 0, 0, 0));
    assertTrue(Memfd.keepsItsSize(object.descriptor()));
  }

  @Test
  void sharedMappingsSeeEachOther() {
    try (Mapping one = object.map();
        Mapping other = Mapping.sharedReadOnly(object.descriptor(), 8192, 4096)) {
      one.memory().set(JAVA_LONG, 8192, 5);
      assertEquals(5, other.memory().get(JAVA_LONG, 0));
    }
  }

  @Test
  void aPrivateMappingKeepsItsWritesToItself() {
    try (Mapping shared = object.map();
        Mapping own = Mapping.copyOnWrite(object.descriptor(), 0, BYTES)) {
      own.memory().set(JAVA_LONG, 0, 5);
      assertEquals(0, shared.memory().get(JAVA_LONG, 0));
    }
  }

  /** Why strategies that map so are no more than analogues of virtual copies. */
  @Test
  void aPrivateMappingIsNoSnapshot() {
    try (Mapping shared = object.map();
        Mapping own = Mapping.copyOnWrite(object.descriptor(), 0, BYTES)) {
      assertEquals(0, own.memory().get(JAVA_LONG, 0));
      shared.memory().set(JAVA_LONG, 0, 6);
      assertEquals(6, own.memory().get(JAVA_LONG, 0));
    }
  }

  @Test
  void aProtectedMappingRefusesTheKernelToo() {
    try (Mapping mapping = object.map();
        Pipe pipe = Pipe.open()) {
      pipe.write().writeFully(mapping.memory().asSlice(0, 8));
      mapping.protect(Mapping.READ);
      assertEquals(
          -Errno.EFAULT,
          SystemCall.READ.once(pipe.read().number(), mapping.memory().address(), 8, 0, 0, 0));
      mapping.protect(Mapping.READ | Mapping.WRITE);
      assertEquals(8, pipe.read().readFully(mapping.memory().asSlice(0, 8)));
    }
  }

  @Test
  void memoryIsNotHandedOutOnceItIsUnmapped() {
    Mapping mapping = object.map();
    mapping.close();
    mapping.close();
    assertThrows(IllegalStateException.class, mapping::memory);
  }

  @Test
  void aClosedDescriptorHasNoNumber() {
    Descriptor second = object.descriptor().duplicate();
    second.close();
    second.close();
    assertThrows(IllegalStateException.class, second::number);
    assertTrue(object.descriptor().number() >= 0);
  }

  @Test
  void splicingMovesDataThatNobodyMaps() {
    try (Arena arena = Arena.ofConfined();
        Memfd target = Memfd.of(BYTES);
        Splice splice = new Splice(BYTES / 4)) {
      MemorySegment numbers = arena.allocate(JAVA_LONG, BYTES / 8);
      for (long i = 0; i < BYTES / 8; i++) {
        numbers.setAtIndex(JAVA_LONG, i, i * i);
      }
      object.descriptor().writeFully(numbers, 0);
      splice.transfer(object.descriptor(), 4096, target.descriptor(), 0, BYTES - 4096);

      MemorySegment arrived = arena.allocate(BYTES, 8);
      target.descriptor().readFully(arrived, 0);
      assertEquals(-1, numbers.asSlice(4096).mismatch(arrived.asSlice(0, BYTES - 4096)));
    }
  }

  @Test
  void splicingBeyondTheEndOfAnObjectFails() {
    try (Memfd target = Memfd.of(BYTES);
        Splice splice = new Splice(65_536)) {
      assertThrows(
          IllegalStateException.class,
          () -> splice.transfer(object.descriptor(), BYTES - 4096, target.descriptor(), 0, 8192));
    }
  }

  @Test
  void aPipeIsWidenedAsFarAsTheKernelAllows() {
    try (Pipe pipe = Pipe.open()) {
      long before = pipe.bytesHeld();
      assertTrue(pipe.widen(1L << 40) >= before);
      assertEquals(pipe.bytesHeld(), pipe.widen(4096), "it is never made smaller");
    }
  }
}
