package org.portbench.harness.linux.run;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.portbench.harness.linux.device.Content;
import org.portbench.harness.linux.domain.Agenda;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.DirectFile;
import org.portbench.harness.linux.sys.Mapping;

/** The file behind the device, and what stands in it. */
final class TestFile implements AutoCloseable {
  private final DirectFile file;
  private final Map<Long, Block> known = new HashMap<>();

  private record Block(int length, long stamp) {}

  private TestFile(DirectFile file) {
    this.file = file;
  }

  static TestFile in(Path directory, long bytes) {
    return new TestFile(DirectFile.in(directory, bytes));
  }

  Descriptor descriptor() {
    return file.descriptor();
  }

  long bytes() {
    return file.bytes();
  }

  int blockBytes() {
    return file.blockBytes();
  }

  /** Sees to it that each read finds what the agenda says, and that every block is allocated. */
  void prepare(Agenda agenda, int longest) {
    try (Mapping buffer = Mapping.anonymous(longest)) {
      Set<Long> seen = new HashSet<>();
      for (int i = 0; i < agenda.requests(); i++) {
        if (!seen.add(agenda.offset(i))) {
          continue;
        }
        Block block = new Block(agenda.length(i), agenda.stamp(i));
        boolean there = known.containsKey(agenda.offset(i));
        boolean right = block.equals(known.get(agenda.offset(i)));
        if (agenda.isWrite(i) ? !there : !right) {
          MemorySegment data = buffer.memory().asSlice(0, block.length);
          Content.fill(data, block.stamp);
          file.descriptor().writeFully(data, agenda.offset(i));
          keep(agenda.offset(i), block);
        }
      }
    }
  }

  /**
   * Reads back what was written.
   *
   * @return how many requests' data is not there
   */
  long verify(Agenda agenda, int longest) {
    Map<Long, Block> written = new HashMap<>();
    for (int i = 0; i < agenda.requests(); i++) {
      if (agenda.isWrite(i)) {
        Block block = new Block(agenda.length(i), agenda.stamp(i));
        written.put(agenda.offset(i), block);
        keep(agenda.offset(i), block);
      }
    }
    long wrong = 0;
    try (Mapping buffer = Mapping.anonymous(longest)) {
      for (Map.Entry<Long, Block> entry : written.entrySet()) {
        MemorySegment data = buffer.memory().asSlice(0, entry.getValue().length);
        file.descriptor().readFully(data, entry.getKey());
        wrong += Content.matches(data, entry.getValue().stamp) ? 0 : 1;
      }
    }
    return wrong;
  }

  /** Blocks of another length overlap in ways that nobody follows: they are forgotten. */
  private void keep(long offset, Block block) {
    if (known.values().stream().findFirst().filter(b -> b.length != block.length).isPresent()) {
      known.clear();
    }
    known.put(offset, block);
  }

  @Override
  public void close() {
    file.close();
  }
}
