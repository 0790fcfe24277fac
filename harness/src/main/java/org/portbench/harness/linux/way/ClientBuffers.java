package org.portbench.harness.linux.way;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Mapping;
import org.portbench.harness.linux.sys.Memfd;

/**
 * The client's memory, one buffer for each request under way, mapped and touched once. Where others
 * are to refer to it, each buffer is an object.
 */
record ClientBuffers(List<Memfd> objects, List<Mapping> mappings) implements AutoCloseable {

  static ClientBuffers anonymous(int count, long bytes) {
    return new ClientBuffers(
        List.of(), IntStream.range(0, count).mapToObj(_ -> Mapping.populated(bytes)).toList());
  }

  static ClientBuffers objects(int count, long bytes) {
    List<Memfd> objects = new ArrayList<>();
    List<Mapping> mappings = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Memfd object = Memfd.of(bytes);
      objects.add(object);
      Mapping mapping = object.map();
      mappings.add(mapping);
      mapping.memory().fill((byte) 0);
    }
    return new ClientBuffers(objects, mappings);
  }

  MemorySegment memory(int slot) {
    return mappings.get(slot).memory();
  }

  Mapping mapping(int slot) {
    return mappings.get(slot);
  }

  Descriptor object(int slot) {
    return objects.get(slot).descriptor();
  }

  @Override
  public void close() {
    mappings.forEach(Mapping::close);
    objects.forEach(Memfd::close);
  }
}
