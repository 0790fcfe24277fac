package org.portbench.harness.linux.way;

import org.portbench.harness.linux.sys.Descriptor;
import org.portbench.harness.linux.sys.Mapping;
import org.portbench.harness.linux.transport.Message;

/**
 * Who needs an address maps what the descriptor names, shared, until it is done: always the driver,
 * whose device works from its addresses. {@code mmap}, faults, {@code munmap}.
 */
final class Fd extends ByDescriptor {

  Fd(Site site) {
    super(site);
  }

  @Override
  void write(Descriptor object, Message m) {
    try (Mapping mapping = Mapping.shared(object, 0, m.length())) {
      site.device().write(mapping.memory(), m.offset(), m.stamp());
    }
  }
}
