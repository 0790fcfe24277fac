package org.portbench.harness.linux.sys;

import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnLinux
final class DeviceAccessTest {
  private static final long BYTES = 64 << 10;

  @TempDir Path directory;

  @Test
  void aFileWithoutANameKeepsWhatIsWrittenToIt() throws IOException {
    try (DirectFile file = file();
        Mapping memory = Mapping.anonymous(BYTES);
        Mapping copy = Mapping.anonymous(BYTES)) {
      number(memory.memory(), 3);
      file.descriptor().writeFully(memory.memory(), 0);
      assertEquals(BYTES, file.descriptor().readFully(copy.memory(), 0));
      assertEquals(-1, memory.memory().mismatch(copy.memory()));
      try (Stream<Path> names = Files.list(directory)) {
        assertEquals(0, names.count());
      }
    }
  }

  @Test
  void dataIsNotWrittenFromAnOddPlace() {
    try (DirectFile file = file();
        Mapping memory = Mapping.anonymous(BYTES)) {
      assertTrue(file.blockBytes() >= 512, "blocks of " + file.blockBytes());
      SystemCallException e =
          assertThrows(
              SystemCallException.class,
              () -> file.descriptor().writeFully(memory.memory().asSlice(0, 100), 0));
      assertEquals(Errno.EINVAL, e.errno());
    }
  }

  @Test
  void aDirectoryThatIsNotThereIsSaid() {
    SystemCallException e =
        assertThrows(
            SystemCallException.class, () -> DirectFile.in(directory.resolve("none"), BYTES));
    assertTrue(e.getMessage().startsWith("open with O_DIRECT in " + directory), e.getMessage());
  }

  @Test
  void objectsAreSplicedToTheDevice() {
    try (DirectFile file = file();
        Memfd object = Memfd.of(BYTES);
        Mapping memory = object.map();
        Mapping copy = Mapping.anonymous(BYTES);
        Splice splice = new Splice(BYTES)) {
      number(memory.memory(), 5);
      splice.transfer(object.descriptor(), 0, file.descriptor(), 0, BYTES);
      file.descriptor().readFully(copy.memory(), 0);
      assertEquals(-1, memory.memory().mismatch(copy.memory()));
    }
  }

  @Test
  void registeredMemoryIsWrittenAndReadThroughTheRings() {
    try (DirectFile file = file();
        IoUring ring = ring();
        Mapping memory = Mapping.anonymous(BYTES);
        Mapping copy = Mapping.anonymous(BYTES)) {
      number(memory.memory(), 7);
      ring.register(List.of(memory.memory(), copy.memory()));
      for (long offset = 0; offset < BYTES; offset += BYTES / 8) {
        MemorySegment part = memory.memory().asSlice(offset, BYTES / 8);
        assertEquals(
            BYTES / 8, ring.transfer(IoUring.Fixed.WRITE, 0, part, file.descriptor(), offset));
      }
      assertEquals(
          BYTES, ring.transfer(IoUring.Fixed.READ, 1, copy.memory(), file.descriptor(), 0));
      assertEquals(-1, memory.memory().mismatch(copy.memory()));
    }
  }

  @Test
  void memoryThatWasNotRegisteredIsRefused() {
    try (DirectFile file = file();
        IoUring ring = ring();
        Mapping memory = Mapping.anonymous(BYTES);
        Mapping other = Mapping.anonymous(BYTES)) {
      ring.register(List.of(memory.memory()));
      SystemCallException e =
          assertThrows(
              SystemCallException.class,
              () -> ring.transfer(IoUring.Fixed.WRITE, 0, other.memory(), file.descriptor(), 0));
      assertEquals(Errno.EFAULT, e.errno());
      assertEquals(0, ring.nothing(), "the rings go on");
    }
  }

  private DirectFile file() {
    try {
      return DirectFile.in(directory, BYTES);
    } catch (SystemCallException e) {
      return abort(e.getMessage());
    }
  }

  private static IoUring ring() {
    IoUring.unavailable().ifPresent(why -> assumeTrue(false, why));
    return IoUring.of(4);
  }

  private static void number(MemorySegment memory, long first) {
    for (long i = 0; i < memory.byteSize() / 8; i++) {
      memory.setAtIndex(JAVA_LONG, i, first + i);
    }
  }
}
